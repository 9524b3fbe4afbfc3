import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, repository } from "../../project.ts";
import { temporaryProject } from "../temporary-project.ts";
import { run, runFrom } from "./run.ts";

const sms = "templates/en/forgot-password/sms.txt.hbs";
const email = "templates/en/forgot-password/email.html.hbs";

/** The command, run in a clone of its own. */
function runIn(root: string, ...options: string[]) {
  return runFrom(root, root, options);
}

/** A clone in which nothing is installed. */
function clone(): string {
  const root = temporaryProject({ "package.json": '{ "type": "module", "version": "0.1.0" }' });
  for (const folder of ["src", "templates"]) {
    cpSync(join(repository, folder), join(root, folder), { recursive: true });
  }
  return root;
}

test("where nothing is installed, says what to do", () => {
  const { status, stdout, stderr } = runIn(clone(), "check");
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(
    /^What cognito-recovery needs is not installed: run npm ci first\.\n {2}\(Cannot find package 'commander'.*\)\n$/,
  );
});

describe("check", () => {
  test("is 0 on what is shipped, and 2 where there is nothing to check", () => {
    expect(run(repository, "check")).toMatchObject({ status: 0, stderr: "" });
    const { status, stderr } = run(temporaryProject(), "check");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: "There is no folder templates/ here: go to the project's folder first.\n",
    });
    expect(run(repository, "check", "--format", "xml").status).toBe(2);
  });

  test("is 1 with an error, and 0 with a warning alone", () => {
    const wrong = run(project({ [sms]: "{{code}} {{brand.nam}}" }), "check");
    expect(wrong.status).toBe(1);
    expect(wrong.stdout).toContain(`${sms}\n  1:12  error  There is no {{brand.nam}}`);
    const odd = run(project({ "templates/_brand/footer.html.hbs": "<p>Footer</p>" }), "check");
    expect(odd.status).toBe(0);
    expect(odd.stdout).toContain("1 warning.");
  });

  test("gives the findings as data, and as annotations", () => {
    const root = project({ [sms]: "{{code}} {{brand.nam}}" });
    const { ok, findings, changes } = JSON.parse(run(root, "check", "--format", "json").stdout);
    expect(ok).toBe(false);
    expect(changes).toEqual([]);
    expect(findings).toContainEqual({
      rule: "unknown-name",
      severity: "error",
      file: sms,
      line: 1,
      column: 12,
      locale: "en",
      source: "CustomMessage_ForgotPassword",
      message: "There is no {{brand.nam}} in this SMS.",
      excerpt: "{{code}} {{brand.nam}}",
      mending: 'Did you mean "brand.name"?',
    });
    const { status, stdout } = run(root, "check", "--format", "github");
    expect(status).toBe(1);
    expect(stdout).toContain(`::error file=${sms},line=1,col=12,title=unknown-name::`);
  });

  test("tells as data of a line as long as a file what is near each place", () => {
    const root = project({ [email]: `{{code}} ${"\u00a0".repeat(10_000)}` });
    const { status, stdout } = run(root, "check", "--format", "json");
    expect(status).toBe(1);
    const { findings } = JSON.parse(stdout);
    expect(findings.length).toBeGreaterThan(10_000);
    expect(Math.max(...findings.map(({ excerpt }: { excerpt: string }) => excerpt.length))).toBe(200);
  });

  test("tells sizes", () => {
    const { stdout } = run(repository, "check", "--sizes");
    expect(stdout).toMatch(/^forgot-password +ja +\d+ +\d+ +\d+ {2}UCS-2, 1 segment$/m);
    expect(stdout).toMatch(/^forgot-password +en +\d+ +\d+ +\d+ {2}GSM-7, 1 segment$/m);
  });

  test("mends what has one right answer, shows it, and leaves the rest", () => {
    const text = readFileSync(join(repository, email), "utf8");
    const root = project({ [email]: text.replace("valid for 1 hour.</p>", "valid for 1\u00a0hour.</p>") });
    const first = run(root, "check");
    expect(first).toMatchObject({ status: 0 });
    expect(first.stdout).toContain("U+00A0");
    const { status, stdout } = run(root, "check", "--fix");
    expect(status).toBe(0);
    expect(stdout).toContain(`+++ ${email}`);
    expect(stdout).toContain("nothing is wrong");
    expect(readFileSync(join(root, email), "utf8")).toContain("valid for 1&nbsp;hour.</p>");
    expect(run(root, "check", "--fix").stdout).not.toContain("+++");
  });

  test("keeps stdout to what a program reads, whatever it mends", () => {
    const wrong = "{{code}}\r\nvalid for\u00a0an hour, {{brand.nam}}\u00a0";
    const github = run(project({ [email]: wrong }), "check", "--fix", "--format", "github");
    expect(github.stdout).toMatch(/^(?:::(?:error|warning) .*\n)+$/);
    expect(github.stderr).toBe("");
    const text = readFileSync(join(repository, email), "utf8").replace(
      "valid for 1 hour.</p>",
      "valid for 1\u00a0hour.</p>",
    );
    const mended = run(project({ [email]: text }), "check", "--fix", "--format", "github");
    expect(mended).toMatchObject({ status: 0, stdout: "" });
    expect(mended.stderr).toContain(`+++ ${email}`);
    const json = run(project({ [email]: text }), "check", "--fix", "--format", "json");
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: true, changes: [{ file: email }] });
    expect(json.stderr).toBe("");
  });

  test("is 2 with a sentence, and no stack, where the files are no such files", () => {
    const root = project({ templates: null });
    writeFileSync(join(root, "templates"), "");
    for (const command of ["check", "compile"]) {
      expect(run(root, command)).toEqual({
        status: 2,
        stdout: "",
        stderr: "templates is a file, and should be the folder of the messages.\n",
      });
    }
    const schema = run(project({ "triggers/client-metadata.ts": "throw null;" }), "check");
    expect(schema).toMatchObject({ status: 1, stderr: "" });
    expect(schema.stdout).toContain("The schema cannot be read: it throws null.");
  });
});

test("what the file of the schema does else is nobody's business", () => {
  const schema = "triggers/client-metadata.ts";
  const text = readFileSync(join(repository, schema), "utf8");
  const root = project({ [schema]: `${text}\nsetInterval(() => {}, 1000); console.log("Hello");` });
  const { status, stdout, stderr } = run(root, "check", "--format", "json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "Hello\n" });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
});

describe("new", () => {
  test("a locale is copied with marks, listed by check, and stops no build", () => {
    const root = project();
    const { status, stdout } = run(root, "new", "locale", "it");
    expect(status).toBe(0);
    expect(stdout).toContain("templates/it/forgot-password/sms.txt.hbs");
    expect(readFileSync(join(root, "templates/it/forgot-password/sms.txt.hbs"), "utf8")).toContain(
      "{{! translate }}",
    );
    const checked = run(root, "check");
    expect(checked.status).toBe(0);
    expect(checked.stdout).toContain("(untranslated)");
    expect(run(root, "compile").status).toBe(0);
    // Offered, it stops one.
    const messages = join(root, "templates/messages.json");
    writeFileSync(messages, readFileSync(messages, "utf8").replace('"ar"]', '"ar", "it"]'));
    expect(run(root, "check").status).toBe(1);
    expect(run(root, "compile").status).toBe(1);
    // Nothing is written twice.
    expect(run(root, "new", "locale", "it")).toMatchObject({ status: 2, stdout: "" });
  });

  test("a tag in another spelling is told", () => {
    const root = project();
    const { status, stderr } = run(root, "new", "locale", "pt_br");
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: '"pt_br" is no language tag. Did you mean "pt-BR"?\n',
    });
    expect(existsSync(join(root, "templates/pt_br"))).toBe(false);
  });

  test("what is no locale to begin is told in a sentence, and nothing is written", () => {
    const root = project({ "templates/it": "a" });
    const before = readdirSync(join(root, "templates"));
    const said = (...options: string[]) => {
      const { status, stdout, stderr } = run(root, "new", ...options);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      return stderr;
    };
    expect(said("locale", "EN")).toBe('"EN" is no language tag. Did you mean "en"?\n');
    expect(said("locale", "../x")).toContain('"../x" is no language tag. Write one such as');
    expect(said("locale", "xx")).toContain('"xx" is no language tag. Write one such as');
    expect(said("locale", "en")).toContain('"en" is the default locale');
    expect(said("locale")).toContain("missing required argument 'tag'");
    expect(said("locale", "it")).toBe(
      "templates/it is a file, where a folder is needed. Nothing was written.\n",
    );
    expect(said("message", "sign-up")).toBe('Every locale has the message "sign-up" already.\n');
    expect(said("message", "foo")).toContain('"foo" is no message of Cognito\'s.');
    expect(readdirSync(join(root, "templates"))).toEqual(before);
  });

  test("what it would begin with, and is gone, is brought back from Git: that alone", () => {
    const root = project({ "templates/en": null });
    const gone =
      "templates/en/ has no messages to begin with. In a clone, `git checkout -- templates/en` brings them back; else make another language the default in templates/messages.json.\n";
    for (const tag of ["it", "en"]) expect(run(root, "new", "locale", tag).stderr).toBe(gone);
    const cloned = clone();
    symlinkSync(join(repository, "node_modules"), join(cloned, "node_modules"));
    for (const tag of ["en", "de", "fr", "ja", "ar"]) {
      rmSync(join(cloned, "templates", tag, "sign-up"), { recursive: true });
    }
    expect(runIn(cloned, "new", "message", "sign-up").stderr).toBe(
      'There is no copy of "sign-up" to begin with. In a clone, bring it back: git checkout -- "templates/*/sign-up"\n',
    );
  });

  test("what a locale lacks is copied, and what it has is left", () => {
    const own = "templates/it/forgot-password/sms.txt.hbs";
    const root = project({ [own]: "{{code}} per te" });
    const { status, stdout } = run(root, "new", "locale", "it");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^20 files written, with \d+ lines to translate:/);
    expect(stdout).toContain("1 file was there, and left as it was.");
    expect(readFileSync(join(root, own), "utf8")).toBe("{{code}} per te");
    expect(existsSync(join(root, "templates/it/forgot-password/subject.txt.hbs"))).toBe(true);
  });

  test("a message comes as shipped, by either of its names", () => {
    const gone = Object.fromEntries(
      ["en", "de", "fr", "ja", "ar"].map((tag) => [`templates/${tag}/sign-up`, null]),
    );
    const root = project(gone);
    expect(run(root, "check").status).toBe(0);
    const { status, stdout } = run(root, "new", "message", "CustomMessage_SignUp");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^15 files written:/);
    expect(run(root, "check")).toMatchObject({ status: 0 });
    expect(run(root, "new", "message", "sign-up").status).toBe(2);
    const wrong = run(root, "new", "message", "signup");
    expect(wrong.stderr).toBe('"signup" is no message of Cognito\'s. Did you mean "sign-up"?\n');
  });
});

describe("preview", () => {
  test("into a folder has no port, and counts one page as one", () => {
    const root = temporaryProject({ "templates/messages.json": '{ "default": "en", "locales": [] }' });
    const refused = run(root, "preview", "--static", "out", "--port", "5000");
    expect(refused).toEqual({
      status: 2,
      stdout: "",
      stderr: "Say --static or --port, not both: what is written into a folder needs no port.\n",
    });
    expect(existsSync(join(root, "out"))).toBe(false);
    expect(run(root, "preview", "--static", "out").stdout).toBe(
      "out is written, with 1 page: open out/index.html in a browser.\n",
    );
  });
});
