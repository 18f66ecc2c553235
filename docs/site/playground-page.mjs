// The page of the playground. Its content is made in the browser; without scripts the page says so.

/** The page as Markdown. */
export function playgroundPage() {
  return `---
title: Playground
aside: false
sidebar: false
pageClass: playground-page
---

# Playground

Reads X12 with the published packages, here in the browser: nothing of the text is sent anywhere or kept. The address has what
you have chosen, never the text.

<Playground><div id="playground"><p>Loading. The playground needs JavaScript; the command \`x12\` does the same without a browser.</p></div></Playground>

At most 20 MB; a file is read whole. The sets, maps and canonical documents are those of [X12](./x12/index.md),
[maps](./mapping/index.md) and [canonical documents](./canonical/index.md); Brightwater is a made-up partner of the
[examples](./examples/partners.md).
`;
}
