import { isPersonal } from "../../templates/scope.ts";
import { BRANDS, indexOfKey } from "../../templates/settings.ts";
import { addressesIn, type TextAddress } from "../html/addresses.ts";
import { brandsAt } from "../html/brand-branches.ts";
import { type FlatHtml, flatHtml, namesIn, unmarked } from "../html/flat-html.ts";
import { brandValue, type UnlistedHost, wrongAddresses } from "../html/hosts.ts";
import { mayHoldAddress, type Passage, passagesOf, readings, shownInText } from "../html/passages.ts";
import { OWN_MAILBOX, OWN_PAGE, type Wrong, wrongAddress } from "../html/wrong-address.ts";
import type { CheckedPart, Project } from "../project.ts";
import { perProject } from "../remembered.ts";
import type { Case, Rule } from "../rule.ts";

export const textLink: Rule = {
  name: "text-link",
  severity: "error",
  protects:
    "Phones and many mail programs make a link of an address in a text, though nobody wrote a link. Where a space is missing they make one of two sentences: “hour.It” is a host in Italy. What becomes a link leads to the brand's own pages alone, over https://, and no person's value is part of it: for somebody called Anna, {{name}}.It is anna.it.",
  mending:
    "Put a space after each full stop, and print an address by its name, such as {{brand.supportUrl}}.",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "{{code}} is your code to choose a new password at www.example.net.",
  },
  check: perProject((project) => project.parts.flatMap((part) => linksOf(part, project))),
};

function linksOf(part: CheckedPart, project: Project): Case[] {
  const html = flatHtml(part, project);
  const found = passagesOf(part, project)
    .filter((passage) => !passage.link && mayHoldAddress(passage, project))
    .flatMap((passage) => linksIn(passage, part, html, project));
  const byPlace = Map.groupBy(found, ({ place: { file, index } }) => `${file} ${index}`);
  return [...byPlace.values()].flatMap((all) => {
    const wrongs = all.map(({ wrong }) => wrong);
    const hosts = wrongs.filter((wrong) => "host" in wrong);
    // What a brand prints in the address may differ; of one place one thing is enough.
    const [first] = wrongs.filter((wrong) => "message" in wrong);
    return wrongAddresses(first ? [first, ...hosts] : hosts).map((wrong) => ({
      ...(all[0] as Found).place,
      ...wrong,
    }));
  });
}

/** An address that is wrong, as one brand writes it. */
interface Found {
  readonly place: Pick<Case, "file" | "index" | "part">;
  readonly wrong: Wrong | UnlistedHost;
}

type Brand = ReturnType<typeof brandsAt>[number];

function linksIn(passage: Passage, part: CheckedPart, html: FlatHtml, project: Project): Found[] {
  const [start = 0] = passage.pieces.map((piece) => piece.start);
  return brandsAt(start, html, project).flatMap((brand) =>
    readings(passage, html, brand[1], shownInText).flatMap((reading) =>
      addressesIn(reading.text).flatMap((address): Found[] => {
        const wrong = wrongIn(address, brand);
        if (!wrong) return [];
        const offset = reading.offsetOf(address.index);
        const place = "host" in wrong && inSettings(address, html.text[offset] ?? "", brand, project);
        return [{ wrong, place: place || { ...html.at(offset), part } }];
      }),
    ),
  );
}

/** Where the address is what a brand is called: in its settings, and not wherever that is printed. */
function inSettings(
  { host }: TextAddress,
  marker: string,
  [key, brand]: Brand,
  { files }: Project,
): Found["place"] | undefined {
  const [name = ""] = namesIn(marker);
  if (!name.startsWith("brand.")) return undefined;
  if (!addressesIn(brandValue(name, brand) ?? "").some((each) => each.host === host)) return undefined;
  const index = indexOfKey(files.get(BRANDS) ?? "", ["brands", key, ...name.split(".").slice(1)]);
  return { file: BRANDS, index };
}

function wrongIn(found: TextAddress, brand: Brand): Wrong | UnlistedHost | undefined {
  const person = namesIn(found.text).find(isPersonal);
  if (person !== undefined) return holdsPerson(found, person);
  return wrongAddress(found.address, brand, wordsFor(found));
}

function holdsPerson({ text, isBare }: TextAddress, name: string): Wrong {
  return {
    message: `{{${name}}} comes from a person, and here it becomes part of an address: ${unmarked(text)}`,
    mending: isBare
      ? `Put a space after the full stop, and between {{${name}}} and what touches it.`
      : `Take {{${name}}} out of the address.`,
  };
}

const MISSING_SPACE = "A space may be missing after the full stop.";

function wordsFor({ is, isBare, text }: TextAddress) {
  return {
    thing: "address",
    leads: "becomes a link to",
    writes: "becomes a link that writes to",
    first: isBare && !text.includes("/") ? MISSING_SPACE : is === "page" ? OWN_PAGE : OWN_MAILBOX,
  };
}
