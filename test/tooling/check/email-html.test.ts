import { describe, expect, test } from "vitest";
import { anyRule, EMAIL, emailWith, findingsOf, saidBy } from "./found.ts";
import { edited } from "./shipped.ts";

const LAYOUT = "templates/_brand/layout.html.hbs";

const splitTag = (name: string) =>
  `<${name}> and its end do not stand in the same branch of an {{#if}}: some people get one without the other.`;
const again = (name: string) =>
  `<${name}> stands here a second time, or after its place: mail programs read it all the same, each in its own way.`;
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
    [
      "<p><table role=presentation></table></p>",
      ["5:37 </p> closes nothing that is open here: <table> has ended the <p> before it."],
    ],
    ["<p>a<hr></p>", ["5:9 </p> closes nothing that is open here: <hr> has ended the <p> before it."]],
    ["<p>a</p></p>", ["5:9 </p> closes nothing that is open here."]],
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
      '<p class="a"b>c</p>',
      ["5:13 Two attributes stand together without a space: a quote may be missing before this."],
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
    // Mail programs take over the attributes of each.
    ['<body background="https://evil.example/a.png">', [`5:1 ${again("body")}`]],
    ['{{#if name}}<BODY onload="x()">{{/if}}', [`5:13 ${again("BODY")}`]],
    ['<html title="a"><head>', [`5:1 ${again("html")}`, `5:17 ${again("head")}`]],
    ['<!--[if mso]><body class="mso"><![endif]-->', [`5:14 ${again("body")}`]],
    ["<!-- <body> --><p title='<body>'>a</p><bodywork></bodywork>", []],
    ["<xmp><b></xmp>", ["5:1 What stands in <xmp> is a text for some mail programs, and tags for others."]],
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

  test.each([
    ["a<\\p>", "Write </p>."],
    ["< b>a</b>", "Write <b>."],
    ["< /b>a", "Write </b>."],
    ["a < b", "Write &lt; where the sign itself is meant."],
  ])("%s: %s", (line, mending) => {
    expect(findingsOf("broken-html", emailWith(line)).map((each) => each.mending)).toContain(mending);
  });

  test("of a tag that begins with a space, its end is no finding of its own", () => {
    expect(saidBy("broken-html", emailWith("< b>a</b>"))).toEqual(["5:2 This < begins no tag."]);
  });

  test("an email that ends in a tag", () => {
    expect(saidBy("broken-html", { [EMAIL]: "<p>{{code}}</p><b" })).toEqual([
      "1:18 The email ends inside a tag: nothing of that tag is shown.",
    ]);
  });
});

test.each<[string, string[]]>([
  [`<style>${"@media{".repeat(1200)}</style>`, ["5:714 More than 100"]],
  [`<style>${"@layer a{".repeat(3000)}</style>`, ["5:916 More than 100"]],
  [`<style>@media ${"(".repeat(30_000)}</style>`, ["5:115 More than 100"]],
  [`<p style="--a:${"{ ".repeat(9000)}">a</p>`, ["5:215 More than 100"]],
  ['<p style="background:u\\72l(a)">a</p>', ["5:22 Here a name is written with a \\"]],
  ["<!--[if mso]><style>@\\69mport 'a'</style><![endif]-->", ["5:21 Here a name is written with a \\"]],
  ["<style>.sm\\:p { color: red }</style>", []],
])("css-syntax: %.40s", (line, expected) => {
  const said = saidBy("css-syntax", emailWith(line)).map((each) => each.replace(/( 100|\\)[ :].*/, "$1"));
  expect(said).toEqual(expected);
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
  // What Outlook alone reads.
  [
    '<!--[if mso]><a class="x" {{#if name}}id="a"{{/if}} href="https://evil.example/">x</a><![endif]-->',
    ["5:27 This {{#if}} stands inside a tag, between < and >."],
  ],
  [
    '<!--[if mso]><v:roundrect href="https://evil.example/{{#if name}}a{{/if}}">x</v:roundrect><![endif]-->',
    ["5:54 This {{#if}} stands inside a tag, between < and >."],
  ],
  // Where a comment begins for some people alone.
  [
    '<!-{{#if name}}- {{/if}}><img alt="" src="https://evil.example/"> -->',
    ["5:4 This {{#if}} stands inside the signs that begin or end a comment."],
  ],
  [
    "<!-- -{{#if name}}-{{/if}}> -->",
    ["5:7 This {{#if}} stands inside the signs that begin or end a comment."],
  ],
  ["<!--[if mso]>{{#if name}}<p>a</p>{{/if}}<![endif]-->", []],
  // In CSS, what is one thing.
  [
    "<style>p{background:url(https://{{#if name}}example.com/{{else}}evil.example/{{/if}})}</style>",
    ["5:33 This {{#if}} stands inside an address, a text or a comment of the CSS."],
  ],
  [
    "<style>{{#if name}}/{{/if}}* @import 'https://evil.example/'; */</style>",
    ["5:8 This {{#if}} stands inside an address, a text or a comment of the CSS."],
  ],
  ["<style>{{#if name}}p{color:red}{{/if}} /* {{#if name}}a{{/if}} */</style>", []],
  ["{{#if name}}<p>a</p>{{else}}<b>b</b>{{/if}}", []],
  ["<p>{{#if name}}a{{/if}}</p>", []],
])("condition-in-tag: %s", (line, expected) => {
  expect(saidBy("condition-in-tag", emailWith(line))).toEqual(expected);
});

// Each character for private use is the marker of a value, if there are as many: no entity is one.
test.each(["&#xe0%%;", "&#XE0%%", "\\e0%% "])("%s stands for no value", (typed) => {
  const all = Array.from({ length: 32 }, (_, index) =>
    typed.replace("%%", (index + 256).toString(16).slice(1)),
  );
  const isEntity = typed.startsWith("&");
  const line = (each: string) =>
    isEntity
      ? `<a href="https://evil.example/${each}">a</a>`
      : `<style>@import "https://evil.example/${each}";</style>`;
  // What a brand lacks it never prints: with such a value, the address would be none of its own.
  const forOne = (each: string) => `{{#if brand.domain}}${line(each)}{{/if}}`;
  const said = saidBy(["link-target", "fetched-from"], emailWith(all.map(forOne).join("")));
  expect(said).toHaveLength(all.length);
});

test.each<[string, string[]]>([
  ['<base href="https://evil.example/">', ["5:14"]],
  ["<script>1</script>", ["5:14"]],
  ['<meta http-equiv="refresh" content="0;url=https://evil.example/">', ["5:14"]],
  ['<p onclick="1">a</p>', ["5:17"]],
  // Others lose nothing by what they do not read.
  ["<svg></svg><p hidden>a</p>", []],
])("mail-html: what is dangerous is so where Outlook alone reads it: %s", (line, expected) => {
  const said = saidBy("mail-html", emailWith(`<!--[if mso]>${line}<![endif]-->`));
  expect(said.map((each) => each.replace(/ .*/, ""))).toEqual(expected);
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

describe("unclosed-quote", () => {
  const QUOTE = "The quote that opens here is not closed: what follows is swallowed.";
  const COMMENT = "The comment that begins here has no end: nothing after it is shown.";

  test.each<[string, string[]]>([
    ['<p class="muted>a</p>', [`5:10 ${QUOTE}`]],
    ["<p>a</p><p class='muted>b</p>", [`5:18 ${QUOTE}`]],
    ['<p class="a>b</p><p class="c">d</p>', [`5:10 ${QUOTE}`]],
    ['<p class="a>b</p>\n<p class="c">d</p>', [`5:10 ${QUOTE}`]],
    ["a<!-- b", [`5:2 ${COMMENT}`]],
    // All as it should be.
    ['<p title="a > b, <b> and\tc" class=x>a</p>', []],
    ['<p style="\n  color:red;\n">a</p>', []],
    ['<p title="it\'s">it\'s "a"</p>', []],
    ['<!-- <p class="a> --><!--[if !mso]><!--><p>a</p><!--<![endif]--><!-->b', []],
    ['<style>p[title="a<b]{color:red}</style><p class="{{brand.name}}" title=a"b>a</p>', []],
  ])("%s", (line, expected) => {
    expect(saidBy("unclosed-quote", emailWith(line))).toEqual(expected);
  });

  test("nothing else is said of the email", () => {
    for (const line of ['<p class="muted>a</p>', "<!-- a"]) {
      expect(saidBy(anyRule, emailWith(line))).toHaveLength(1);
    }
  });

  test("in a partial it is told there, once", () => {
    const code = "templates/_brand/code.html.hbs";
    expect(saidBy(anyRule, edited(code, 'align="center"', 'align="center'))).toEqual([
      `${code}:3:24 ${QUOTE}`,
    ]);
  });
});

describe("what is mistyped", () => {
  test.each<[string, string, string[]]>([
    [
      "mail-html",
      "<stong>a</stong>",
      ["There is no <stong> in HTML: mail programs pass it over. Did you mean <strong>?"],
    ],
    [
      "mail-html",
      "<bid>a</bid>",
      ["There is no <bid> in HTML: mail programs pass it over. Did you mean <bdi>?"],
    ],
    [
      "mail-html",
      "<sentence>a</sentence>",
      ["There is no <sentence> in HTML: mail programs pass it over. Remove it, with its end tag."],
    ],
    ["mail-html", "<o:p>a</o:p><my-tag>a</my-tag><font>a</font>", []],
    [
      "mail-html",
      "<p style=“color:red”>a</p>",
      [
        'Curly quotes do not hold an attribute\'s value together: style is read wrongly. Write straight quotes: style="…".',
      ],
    ],
    ["css-syntax", "<p style=“color:red”>a</p>", []],
    [
      "css-syntax",
      '<p style="colour:red">a</p>',
      ["There is no colour in CSS: it is passed over. Did you mean color?"],
    ],
    [
      "css-syntax",
      '<p style="font-size:14pixel">a</p>',
      ["“14pixel” is no value for font-size: it is passed over. Look for a misspelt word or unit."],
    ],
    [
      "css-syntax",
      '<p style="padding:0 10">a</p>',
      ["“0 10” is no value for padding: it is passed over. Write the unit with each number, as in 0 10px."],
    ],
    [
      "css-syntax",
      '<p style="text-align:centre">a</p>',
      ["“centre” is no value for text-align: it is passed over. Look for a misspelt word or unit."],
    ],
    [
      "css-syntax",
      '<p style="mso-line-height-rule:exactly;-webkit-text-size-adjust:none;color:{{brand.light.text}};width:-webkit-fill-available">a</p>',
      [],
    ],
    [
      "css-syntax",
      "<style>@font-face{font-family:x;src:url(https://example.com/a.woff)}p{--a:b;Margin:0 auto!important}</style>",
      [],
    ],
    [
      "markdown",
      "<p>**fat**</p>",
      ["People would read **fat** in this email as it is typed. Write <b>…</b>, or leave the signs out."],
    ],
    ["markdown", "<p>__{{brand.name}} or nobody__</p>", []],
    [
      "markdown",
      "<p>**{{brand.name}}**</p>",
      [
        "People would read **{{brand.name}}** in this email as it is typed. Write <b>…</b>, or leave the signs out.",
      ],
    ],
    [
      "markdown",
      "<p>[Help](https://example.com/)</p>",
      [
        'People would read [Help](https://example.com/) in this email as it is typed. Write <a href="…">…</a>, or leave the signs out.',
      ],
    ],
    ["markdown", "<p>2 ** 3 ** 4, snake__case__x, ***</p><style>/** a **/ p{color:red}</style>", []],
    [
      "wrong-lang",
      "<p>Valid <span lang=DE-AT>a</span></p>",
      [
        "This says that <span> is in “DE-AT”; the email is in English (en). Remove the lang; if these words are in that language, leave it.",
      ],
    ],
    ["wrong-lang", "<p lang=en-GB>Valid</p>", []],
  ])("%s: %s", (rule, line, expected) => {
    const said = findingsOf(rule, emailWith(line)).map(({ message, mending }) => `${message} ${mending}`);
    expect(said).toEqual(expected);
  });
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
    ["mailto:a@evil.example;help@shop.example.com", [listedByNone("writes to", "evil.example")]],
    ["mailto:a@evil.example%3Bhelp@shop.example.com", [listedByNone("writes to", "evil.example")]],
    ["mailto:a@evil.example@shop.example.com", [listedByNone("writes to", "evil.example")]],
    ["mailto:help@shop.example.com?subject=a&CC=a@evil.example", [listedByNone("writes to", "evil.example")]],
    ["mailto:help@shop.example.com?b%63c=a%40evil.example", [listedByNone("writes to", "evil.example")]],
    ["mailto:?to=help@shop.example.com,a@evil.example", [listedByNone("writes to", "evil.example")]],
    ["mailto:help@shop.example.com?subject=a@evil.example&cc=b@shop.example.com", []],
    [
      "mailto:help@shop.example.com?subject={{code}}",
      ["5:10 {{code}} stands in a link that writes or calls: whoever gets it gets the code."],
    ],
    ["tel:{{code}}", ["5:10 {{code}} stands in a link that writes or calls: whoever gets it gets the code."]],
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

  test("what to do about a host of another brand's, and about curly quotes, is said", () => {
    const mending = (line: string) =>
      findingsOf(["link-target", "fetched-from"], emailWith(line)).map((each) => each.mending);
    expect(mending(link("https://example.com/help"))).toEqual([
      'If the brand\'s own page is meant, write {{brand.supportUrl}} instead, within {{#if brand.supportUrl}}. If that host is the brand\'s, add "example.com" to `hosts` of "sample-shop" in templates/_brand/brand.json.',
    ]);
    const straight = 'Put the address in straight quotes: "https://shop.example.com/".';
    expect(mending("<a href=\u201chttps://shop.example.com/\u201d>a</a>")).toEqual([straight]);
    expect(mending('<img alt="" src=\u201ehttps://shop.example.com/\u201c>')).toEqual([straight]);
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
        "5:52 This is fetched over http: and not over https:.",
        "5:91 This is fetched over http: and not over https:.",
      ],
    ],
    // Something may come by what just stands there.
    [
      '<style>p{content:"see http://a.example/";--a: "(http://b.example/"}</style>',
      [
        "5:18 This is fetched over http: and not over https:.",
        "5:47 This is fetched over http: and not over https:.",
      ],
    ],
    ['<style>p{content:"a/b: c // d";--a:"data:image/png;base64,//AA"}/* https://a.example/ */</style>', []],
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

  test.each([
    // Left out when it is sent.
    '<img s\u0007rc="https://cdn.example/a.png" alt="">',
    '<!-- -\u0007-><img src="https://cdn.example/a.png" alt=""><!-- -->',
    '<p style="back\u0001ground:url(https://cdn.example/)">a</p>',
    // CSS.
    '<p style="background-image:var(--a,url(https://cdn.example/))">a</p>',
    "<p style=\"background-image:image-set(var(--a,'https://cdn.example/') 1x)\">a</p>",
    "<p style=\"background-image:-moz-image-set('https://cdn.example/' 1x)\">a</p>",
    "<p style=\"background-image:u\\72l('https://cdn.example/')\">a</p>",
    "<p style=\"background-image:\\75rl('https://cdn.example/')\">a</p>",
    '<p style="background-image:u\\72l(https://cdn.example/)">a</p>',
    "<p style=\"background-image:i\\6dage-set('https://cdn.example/' 1x)\">a</p>",
    '<style>@\\69mport "https://cdn.example/";</style>',
    '<style>@import "ht\\74ps:\\/\\/cdn.example/";</style>',
    "<style>p{--a:'https://cdn.example/';background:image-set(var(--a) 1x)}</style>",
    "<style>p{--a:'ht\\9tps:/cdn.example/';background:image-set(var(--a) 1x)}</style>",
    "<style>p{--a:{background:url(https://cdn.example/)}}</style>",
    "<style>} } @media{ { { url(https://cdn.example/)</style>",
    "<style>p{content:'/*'; background:url(https://cdn.example/); content:'*/'}</style>",
    // Drawings.
    '<svg><rect fill="url(https://cdn.example/#a)"/></svg>',
    '<svg><filter><feImage href="https://cdn.example/a"/></filter></svg>',
    '<svg><image xlink:href="https://cdn.example/a"/></svg>',
    // Less known attributes.
    '<img alt="" srcset="data:image/png;base64,//A 1x,https://cdn.example/a.png">',
    '<img alt="" lowsrc="https://cdn.example/a.png">',
    '<img alt="" dynsrc="https://cdn.example/a.png">',
    '<link rel="preload" as="image" imagesrcset="https://cdn.example/a.png 1x">',
    '<a ping="https://cdn.example/">a</a>',
    '<v:shape o:href="https://cdn.example/">a</v:shape>',
    // Read where no scripts are run.
    '<noscript><img alt="" src="https://cdn.example/a.png"></noscript>',
  ])("fetched-from finds the host in %j", (line) => {
    expect(saidBy("fetched-from", emailWith(line)).map((each) => each.replace(/^5:\d+ /, ""))).toEqual([
      'This is fetched from cdn.example, which is no host of the brands "example" and "sample-shop".',
    ]);
  });

  test.each<[string, string[]]>([
    ["https://shop.example.com/a.png,https://cdn.example/a.png", ["shop.example.com", "cdn.example"]],
    ["https://shop.example.com/a.png,//cdn.example/a.png", ["shop.example.com", "//cdn.example/a.png"]],
    ["https://shop.example.com/a,b.png", ["shop.example.com"]],
  ])("fetched-from: in a srcset not all programs need a space: %s", (srcset, expected) => {
    const said = saidBy("fetched-from", emailWith(`<img alt="" srcset="${srcset}">`));
    expect(said.map((each) => /from(?: it:)? ([^,]*)/.exec(each)?.[1])).toEqual(expected);
  });

  test.each([
    ["link-target", '<a h\u007fref="https://evil.example/a">x</a>'],
    ["link-target", '<noscript><a href="https://evil.example/">x</a></noscript>'],
    ["link-target", '<svg><a><set attributeName="href" to="https://evil.example/"/></a></svg>'],
    [
      "link-target",
      '<svg><a><animate attributeName="xlink:href" values="https://shop.example.com/;https://evil.example/"/></a></svg>',
    ],
    ["link-target", '<!--[if mso]><a href="https://evil.example/">--><p>a</p>'],
  ])("%s finds the host in %j", (rule, line) => {
    expect(saidBy(rule, emailWith(line)).join()).toContain("This links to evil.example, which is no host");
  });
});
