// Runs inside of the page that is looked at.
({
  /** What is wider than the window, other than inside of what scrolls. */
  tooWide() {
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > innerWidth && element.closest(".table") === null,
    );
    const names = wide.slice(0, 5).map((element) => `<${element.localName} class="${element.className}">`);
    return [`${scrollWidth} of ${innerWidth} pixels: ${names.join(", ")}`];
  },

  async brokenImages() {
    const images = [...document.images];
    await Promise.allSettled(images.map((image) => image.decode()));
    return images.filter(({ naturalWidth }) => naturalWidth === 0).map(({ alt }) => `broken: ${alt}`);
  },

  /** What could run. */
  scripts() {
    const elements = [...document.querySelectorAll("*")];
    const handlers = elements.flatMap(({ localName, attributes }) =>
      [...attributes].filter(({ name }) => name.startsWith("on")).map(({ name }) => `<${localName} ${name}>`),
    );
    const running = "script, iframe, object, embed, form, base, [href^='javascript:' i]";
    const found = elements.filter((element) => element.matches(running));
    return [...found.map(({ localName }) => `<${localName}>`), ...handlers];
  },

  /** What axe finds wrong, up to three places of a kind. */
  async axe() {
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
    );
  },

  text: () => document.body.innerText,
});
