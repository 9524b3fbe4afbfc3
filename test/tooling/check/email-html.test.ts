import { describe, expect, test } from "vitest";
import { EMAIL, emailWith, saidBy } from "./found.ts";
import { edited } from "./shipped.ts";

const LAYOUT = "templates/_brand/layout.html.hbs";

const splitTag = (name: string) =>
  `<${name}> and its end do not stand in the same branch of an {{#if}}: some people get one without the other.`;
const SPLIT_COMMENT =
  "This comment and its end do not stand in the same branch of an {{#if}}: for some people it hides what follows.";

describe("broken-html", () => {
  test.each<[string, string[]]>([
    ["<p><b>a</p>", ["5:4 <b> is not closed in its place."]],
    [
      "<b><i>a</b></i>",
      ["5:4 <i> is not closed in its place.", "5:12 </i> closes nothing that is open here."],
    ],
    ["<div/>", ["5:1 <div> is not closed in its place."]],
    ["a</div>", ["5:2 </div> closes nothing that is open here."]],
    ["<p><table role=presentation></table></p>", ["5:37 </p> closes nothing that is open here."]],
    [
      "<table role=presentation>a<tr><b>c</b><td>b</td></tr></table>",
      [
        "5:26 This stands in a table, but in none of its cells: it is shown somewhere else.",
        "5:31 This stands in a table, but in none of its cells: it is shown somewhere else.",
        "5:34 This stands in a table, but in none of its cells: it is shown somewhere else.",
      ],
    ],
    [
      '<p class="a" class="b">a</p>',
      ["5:19 This tag has the same attribute twice: the second is passed over."],
    ],
    [
      '<p class="a>b</p><p class="c">d</p>',
      [
        "5:28 Two attributes stand together without a space: a quote may be missing before this.",
        "5:29 This does not belong in a tag: a quote or a > may be missing before it.",
      ],
    ],
    ["a < b", ["5:4 This < begins no tag."]],
    ["&foo;", ["5:5 There is no character of this name: people see what is typed here."]],
    ["{{#if name}}<b>{{else}}<i>{{/if}}a</i>", ["5:13 <b> is not closed in its place."]],
    ["{{#if name}}<title>{{else}}</title>{{/if}}a", [`5:13 ${splitTag("title")}`]],
    ["{{#if name}}<!--{{else}}-->{{/if}}a", [`5:13 ${SPLIT_COMMENT}`]],
    [
      '{{#if name}}<div style="display:none">{{/if}}a{{#unless name}}</div>{{/unless}}',
      [`5:13 ${splitTag("div")}`],
    ],
    ["{{#if name}}<div>{{/if}}<b>a</b>{{#if name}}</div>{{/if}}", [`5:13 ${splitTag("div")}`]],
    ["<div>{{#if name}}a</div>{{/if}}", [`5:1 ${splitTag("div")}`]],
    ["{{#if name}}<div><b>{{/if}}a</b></div>", [`5:13 ${splitTag("div")}`]],
    ["<ul>{{#if name}}<li>a{{else}}b{{/if}}</ul>", [`5:17 ${splitTag("li")}`]],
    ["<!-- {{#if name}}a -->{{/if}}", [`5:1 ${SPLIT_COMMENT}`]],
    // All as it should be.
    ["<ul><li>a<li>b</ul><p>a<p>b", []],
    ["<br><hr/><img alt='' src='https://example.com/a.png'>", []],
    ["<!-- </b> --><!--[if mso]><p><![endif]--><p title='</b>'>a</p>", []],
    ["<!--[if !mso]><!--><p>a</p><!--<![endif]-->", []],
    ["{{#if name}}<b>a</b>{{else}}<i>b</i>{{/if}}", []],
    ["<table role=presentation> <tr> <td>a</td> </tr> </table>", []],
    ["<ul>{{#if name}}<li>a{{/if}}<li>b</ul>", []],
    ["<b>{{#if name}}a{{else}}<i>b</i>{{#if resetLink}}<!-- c -->{{/if}}{{/if}}</b>", []],
    ["<!--{{#if name}}a{{/if}}-->", []],
  ])("%s", (line, expected) => {
    expect(saidBy("broken-html", emailWith(line))).toEqual(expected);
  });

  test("in a partial it is told once, at the partial", () => {
    expect(saidBy("broken-html", edited("templates/_brand/code.html.hbs", "</td>", "</td></b>"))).toEqual([
      expect.stringMatching(
        /^templates\/_brand\/code\.html\.hbs:3:\d+ <\/b> closes nothing that is open here\.$/,
      ),
    ]);
  });

  test("an email that ends in a comment or a tag", () => {
    expect(saidBy("broken-html", { [EMAIL]: "<p>{{code}}</p><!-- a" })).toEqual([
      "1:22 The email ends inside a comment: nothing after <!-- is shown.",
    ]);
    expect(saidBy("broken-html", { [EMAIL]: "<p>{{code}}</p><b" })).toEqual([
      "1:18 The email ends inside a tag: nothing of that tag is shown.",
    ]);
  });
});

test.each<[string, string[]]>([
  ['<p {{#if name}}class="a"{{/if}}>a</p>', ["5:4 This {{#if}} stands inside a tag, between < and >."]],
  [
    '<p class="{{#if name}}a{{else}}b{{/if}}">a</p>',
    ["5:11 This {{#if}} stands inside a tag, between < and >."],
  ],
  [
    '<p class="a"{{#unless name}}>a</p>{{else}}>b</p>{{/unless}}',
    ["5:13 This {{#if}} stands inside a tag, between < and >."],
  ],
  [
    '{{#if name}}<p class="a"{{else}}>a</p>{{/if}}',
    ["5:1 This {{#if}} stands inside a tag, between < and >."],
  ],
  ["{{#if name}}<p>a</p>{{else}}<b>b</b>{{/if}}", []],
  ["<p>{{#if name}}a{{/if}}</p>", []],
])("condition-in-tag: %s", (line, expected) => {
  expect(saidBy("condition-in-tag", emailWith(line))).toEqual(expected);
});

test("of a tag with a condition in it nothing else is said", () => {
  const line =
    '<img {{#if name}}id="a"{{else}}id="b"{{/if}} src="http://x.example/a.svg" onclick="1" style="float:left">';
  for (const rule of ["mail-html", "mail-css", "picture-text", "fetched-from", "broken-html"]) {
    expect(saidBy(rule, emailWith(line))).toEqual([]);
  }
});

test.each<[string, string, string[]]>([
  [' lang="{{locale}}"', "", [`${LAYOUT}:2:1 <html> has no lang="…".`]],
  [' dir="{{dir}}">\n<head>', ">\n<head>", [`${LAYOUT}:2:1 <html> has no dir="…".`]],
  // Rules of their own speak of what is there, and wrong.
  ['lang="{{locale}}"', 'lang="en"', []],
  ['dir="{{dir}}">\n<head>', 'dir="ltr">\n<head>', []],
])("email-language: %s becomes %s", (from, to, expected) => {
  expect(saidBy("email-language", edited(LAYOUT, from, to))).toEqual(expected);
});

test("an email that does without the layout", () => {
  expect(saidBy("email-language", { [EMAIL]: "<p>{{code}}</p>" })).toEqual([
    '1:1 This email has no <html lang="…" dir="…"> around it.',
  ]);
  expect(saidBy("email-language", { [EMAIL]: '<HTML lang="en" dir="ltr">{{code}}</HTML>' })).toEqual([]);
});

test.each<[string, string, string[]]>([
  [
    "picture-text",
    '<img src="https://example.com/a.png">',
    ["5:1 This picture has no text for those who do not see it: alt is missing."],
  ],
  ["picture-text", '<img alt="" src="https://example.com/a.png">', []],
  ["layout-table", "<table><tr><td>a</td></tr></table>", ['5:1 This table has no role="presentation".']],
  ["layout-table", "<table><tr><th>a</th></tr></table>", []],
  ["layout-table", "<table role=none><tr><td>a</td></tr></table>", []],
  [
    "layout-table",
    "<table><tr><td>a</td></tr></table><table><tr><th>a</th></tr></table>",
    ['5:1 This table has no role="presentation".'],
  ],
])("%s: %s", (rule, line, expected) => {
  expect(saidBy(rule, emailWith(line))).toEqual(expected);
});

describe("links", () => {
  const link = (href: string, text = "go") => `<a href="${href}">${text}</a>`;
  const BRANDS = "templates/_brand/brand.json";
  const notListed = (does: string, host: string, brand: string) =>
    `5:10 This ${does} ${host}, which is no host of the brand "${brand}".`;
  const listedByNone = (does: string, host: string) =>
    `5:10 This ${does} ${host}, which is no host of the brands "example" and "sample-shop".`;

  test.each<[string, string[]]>([
    // The sample shop has no domain.
    ["https://example.com/a", [notListed("links to", "example.com", "sample-shop")]],
    ["https://example.com.evil.example/", [listedByNone("links to", "example.com.evil.example")]],
    [
      "https://user@example.com/",
      [
        "5:10 This link has something before an @: it leads to example.com, and looks as if it led elsewhere.",
      ],
    ],
    ["https://192.0.2.1/", [listedByNone("links to", "192.0.2.1")]],
    ["https://ex\u0430mple.com/", [listedByNone("links to", "xn--exmple-4nf.com")]],
    ["http://example.com/", ["5:10 This link is not safe on its way: it starts with http://."]],
    ["java\tscript:alert(1)", ["5:10 This link starts with javascript:, which opens no page."]],
    ["/help", ["5:10 This link is no whole address: /help"]],
    ["example.com", ["5:10 This link is no whole address: example.com"]],
    ["//example.com", ["5:10 This link is no whole address: //example.com"]],
    ["#top", ["5:10 This link is no whole address: #top"]],
    ["", ["5:10 This link leads nowhere."]],
    ["tel:+441632960000", []],
    ["mailto:?subject=x", ["5:10 This link writes to nobody: the mailbox is missing."]],
    ["mailto:{{brand.name}}@evil.example", [listedByNone("writes to", "evil.example")]],
    ["mailto:help@example.com", [notListed("writes to", "example.com", "sample-shop")]],
    ["mailto:help@shop.example.com", []],
    ["mailto:help%40shop.example.com", []],
    ["mailto:a%zz@evil.example", [listedByNone("writes to", "evil.example")]],
    ["https://{{locale}}.example.com/", [notListed("links to", "x.example.com", "sample-shop")]],
  ])("link-target: %s", (href, expected) => {
    expect(saidBy("link-target", emailWith(link(href)))).toEqual(expected);
  });

  test.each([
    ["{{#if brand.supportUrl}}", "{{brand.supportUrl}}?a=1", "{{/if}}"],
    ["{{#if brand.supportEmail}}", "mailto:{{brand.supportEmail}}?subject=Help", "{{/if}}"],
    ["{{#if brand.domain}}", "https://{{brand.domain}}/help", "{{/if}}"],
    ["{{#if resetLink}}", "{{resetLink}}", "{{/if}}"],
    // What other brands never write is nothing that is wrong for them.
    ["{{#if brand.domain}}", "https://example.com/", "{{/if}}"],
    ["{{#if resetLink}}", "https://example.com/", "{{/if}}"],
    ["{{#if name}}{{#if brand.supportUrl}}", "https://example.com/", "{{/if}}{{/if}}"],
    ["{{#unless brand.supportEmail}}", "https://example.com/", "{{/unless}}"],
    ["{{#unless brand.domain}}{{else}}", "https://example.com/", "{{/unless}}"],
  ])("link-target: %s%s is right for the brands that have it", (open, href, close) => {
    expect(saidBy("link-target", emailWith(open + link(href) + close))).toEqual([]);
  });

  test.each<[string, string, string, string[]]>([
    [
      "link-target",
      "{{#if brand.supportEmail}}",
      link("https://example.org/"),
      ['This links to example.org, which is no host of the brand "sample-shop".'],
    ],
    [
      "link-target",
      "{{#if name}}",
      link("https://example.com/"),
      ['This links to example.com, which is no host of the brand "sample-shop".'],
    ],
    ["link-text", "{{#if brand.domain}}", link("https://example.com/", "{{brand.domain}}"), []],
    ["link-text", "{{#if brand.supportEmail}}", link("https://{{brand.name}}.com/", "example.org"), []],
    ["fetched-from", "{{#if brand.domain}}", '<img alt="" src="https://example.com/a.png">', []],
    [
      "fetched-from",
      "{{#if brand.domain}}",
      '<img alt="" src="https://example.org/a.png">',
      ['This is fetched from example.org, which is no host of the brand "example".'],
    ],
    ["fetched-from", "{{#if brand.domain}}", "<style>p{color:url(https://example.com/a)}</style>", []],
  ])("%s: behind %s it is judged for those brands alone: %s", (rule, open, line, expected) => {
    const close = `{{/${/\w+/.exec(open)?.[0]}}}`;
    const said = saidBy(rule, emailWith(open + line + close));
    expect(said.map((each) => each.replace(/^5:\d+ /, ""))).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    [
      "link-target",
      link("http://example.com/"),
      ["This link is not safe on its way: it starts with http://."],
    ],
    [
      "link-target",
      '<v:roundrect href="http://example.com/" style="height:40px">a</v:roundrect>',
      ["This link is not safe on its way: it starts with http://."],
    ],
    [
      "link-target",
      `</td><td>${link("http://example.com/")}`,
      ["This link is not safe on its way: it starts with http://."],
    ],
    [
      "link-text",
      link("https://example.com/", "www.example.org"),
      ["This link shows www.example.org and leads to example.com."],
    ],
    [
      "fetched-from",
      '<v:fill type="frame" src="http://a.example/"/>',
      ["This is fetched over http: and not over https:."],
    ],
    [
      "fetched-from",
      "<style>@import 'http://a.example/';</style>",
      ["This is fetched over http: and not over https:."],
    ],
    [
      "text-link",
      "<p>example.org</p>",
      ['This becomes a link to example.org, which is no host of the brands "example" and "sample-shop".'],
    ],
    [
      "personal-value",
      link("https://example.com/{{name}}"),
      ["{{name}} comes from a person and is printed in a comment."],
    ],
    ["broken-html", "<table><tr><td></div>", []],
    ["layout-table", "<table><tr><td>a</td></tr></table>", []],
  ])("%s: what Outlook alone reads is judged too: %s", (rule, line, expected) => {
    for (const asked of ["mso", "gte mso 9", "(mso)|(IE)"]) {
      const comment = `<!--[if ${asked}]>${line}<![endif]-->`;
      const said = saidBy(rule, emailWith(`{{#if name}}${comment}{{/if}}`));
      expect(said.map((each) => each.replace(/^5:\d+ /, ""))).toEqual(expected);
    }
  });

  test("what Outlook alone reads has its own place", () => {
    const line = `<!--[if mso]>\n<p>é&amp;</p>${link("http://example.com/")}<![endif]--><!-- [if mso]> ${link("http://a.example/")} -->`;
    expect(saidBy("link-target", emailWith(line))).toEqual([
      "6:23 This link is not safe on its way: it starts with http://.",
    ]);
    const others = `<!--[if !mso]><!-->${link("http://example.com/")}<!--<![endif]-->`;
    expect(saidBy("link-target", emailWith(others))).toEqual([
      "5:29 This link is not safe on its way: it starts with http://.",
    ]);
  });

  test("a host that brand.json lists for each brand is right, and no other beside it", () => {
    const brands = edited(BRANDS, '"supportEmail"', '"hosts": ["example.com"],\n      "supportEmail"');
    const said = (href: string) => saidBy("link-target", { ...brands, ...emailWith(link(href)) });
    expect(said("https://example.com/")).toEqual([]);
    expect(said("https://www.example.com/")).toEqual([
      notListed("links to", "www.example.com", "sample-shop"),
    ]);
  });

  test("a link that a partial is handed is found where it was handed over", () => {
    const handed = '{{> button label="Go" href="http://example.com/"}}';
    expect(saidBy("link-target", emailWith(handed))).toEqual([
      `5:${handed.indexOf("http") + 1} This link is not safe on its way: it starts with http://.`,
    ]);
  });

  test.each<[string, string, string[]]>([
    [
      "https://example.com/a",
      "www.example.net",
      ["5:33 This link shows www.example.net and leads to example.com."],
    ],
    [
      "https://example.com/a",
      "Go to <b>example</b>.net!",
      ["5:33 This link shows example.net and leads to example.com."],
    ],
    [
      "https://example.com/a",
      "https://example.com.evil.example",
      ["5:33 This link shows example.com.evil.example and leads to example.com."],
    ],
    ["https://example.com/a", "https://www.example.com/b", []],
    ["https://help.example.com/", "example.com", []],
    ["https://example.com/a", "Choose a new password, e.g. now. Go.", []],
    ["mailto:help@shop.example.com", "help@shop.example.com", []],
    [
      "mailto:help@shop.example.com",
      "boss@shop.example.com",
      ["5:40 This link shows boss@shop.example.com and leads to help@shop.example.com."],
    ],
    ["https://example.com/", "{{brand.name}}", []],
    // What a person is called may be anything.
    [
      "https://example.com/",
      "{{#if name}}{{name}}.com{{/if}}",
      ["5:46 This link shows {{name}}.com and leads to example.com."],
    ],
    ["https://example.com/", "{{#if name}}{{name}}.example.com/{{name}} for {{name}}{{/if}}", []],
    ["https://example.com/", "Node.js in St.Gallen, e.g. v1.2.3, a.pdf", []],
    ["https://example.com/", "<b>example.com</b><br>example<p>.org</p>", []],
  ])("link-text: %s shown as %s", (href, text, expected) => {
    expect(saidBy("link-text", emailWith(link(href, text)))).toEqual(expected);
  });

  test.each<[string, string[]]>([
    [
      '<img alt="" src="https://cdn.example/a.png">',
      ['5:18 This is fetched from cdn.example, which is no host of the brands "example" and "sample-shop".'],
    ],
    ['<img alt="" src="http://example.com/a.png">', ["5:18 This is fetched over http: and not over https:."]],
    [
      '<img alt="" src="logo.png">',
      ["5:18 This is no whole address, so nothing can be fetched from it: logo.png"],
    ],
    ['<img alt="" src="data:image/png;base64,AAAA">', []],
    [
      '<table role="none" background="http://a.example/"></table>',
      ["5:32 This is fetched over http: and not over https:."],
    ],
    [
      '<p style="background:url(http://a.example/)">a</p>',
      ["5:22 This is fetched over http: and not over https:."],
    ],
    [
      "<style>@font-face{src:url('http://a.example/')}</style>",
      ["5:23 This is fetched over http: and not over https:."],
    ],
    ['<style>@import "http://a.example/";</style>', ["5:16 This is fetched over http: and not over https:."]],
    [
      '<style>p{background:image-set("http://a.example/" type("image/png"), "data:a" 2x)}</style>',
      ["5:31 This is fetched over http: and not over https:."],
    ],
    [
      "<p style=\"background:-webkit-image-set('http://a.example/' 1x)\">a</p>",
      ["5:40 This is fetched over http: and not over https:."],
    ],
    [
      "<style>@font-face{src:src('http://a.example/')}</style>",
      ["5:27 This is fetched over http: and not over https:."],
    ],
    [
      "<style>:root{--a: x url(http://a.example/);--b: {c:url(http://a.example/)};--d: image-set('http://b.example/')}</style>",
      [
        "5:21 This is fetched over http: and not over https:.",
        "5:91 This is fetched over http: and not over https:.",
      ],
    ],
    ['<style>p{content:"http://a.example/";--a: "(http://a.example/"}</style>', []],
    ['<video poster="http://a.example/"></video>', ["5:16 This is fetched over http: and not over https:."]],
    [
      '<img alt="" srcset="http://a.example/ 2x, https://shop.example.com/ 1x">',
      [
        "5:21 This is fetched over http: and not over https:.",
        '5:21 This is fetched from shop.example.com, which is no host of the brand "sample-shop".',
      ],
    ],
    [
      '<img alt="" srcset="https://shop.example.com/,https://shop.example.com/b 1x,http://a.example/">',
      [
        '5:21 This is fetched from shop.example.com, which is no host of the brand "sample-shop".',
        "5:21 This is fetched over http: and not over https:.",
      ],
    ],
    [
      '<img alt="" src="https://shop.example.com/{{code}}">',
      [
        "5:18 {{code}} stands in an address that is fetched: whoever owns the host gets the code before the person has typed it in.",
      ],
    ],
  ])("fetched-from: %s", (line, expected) => {
    expect(saidBy("fetched-from", emailWith(line))).toEqual(expected);
  });
});
