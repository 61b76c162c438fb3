// What Sphinx's searchtools.js finds in doctools.js, sphinx_highlight.js and
// documentation_options.js. Those stay at home: they use storage without a guard, and where it is
// off the search would never end.
/* global Search, Stemmer, splitQuery, stopwords -- of searchtools.js and language_data.js */
const DOCUMENTATION_OPTIONS = {
  BUILDER: "html",
  FILE_SUFFIX: ".html",
  LINK_SUFFIX: ".html",
  SHOW_SEARCH_SUMMARY: false, // or each search fetches all pages that it finds
};
// biome-ignore lint/suspicious/noTemplateCurlyInString: Sphinx fills it in
const SOME = "Search finished, found ${resultCount} page(s) matching the search query.";
const NONE =
  "Your search did not match any documents. Please make sure that all words are spelled " +
  "correctly and that you've selected enough categories.";
const WORDING = {
  "Search Results": "Results",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: Sphinx fills it in
  [SOME]: "Places found: ${resultCount}.",
  [NONE]: "No page has all of these words. Try one of them, or the beginning of a word.",
};
const _ = (text) => WORDING[text] ?? text;
/** A text without accents: "Poincare" for "Poincaré". */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
/** The words to look for, in the form of Sphinx's own: numbers among them, which it leaves out. */
const parse = (query) => {
  const words = splitQuery(plain(query).toLowerCase());
  const stemmer = new Stemmer();
  const common = words.filter((word) => stopwords.includes(word));
  const wanted = words
    .filter((word) => !common.includes(word))
    .map((word) => stemmer.stemWord(word));
  if (!words.length) WORDING[NONE] = "The search finds words and numbers, and there are none here.";
  if (common.length) {
    const left = `Too common to be searched for: ${[...new Set(common)].join(", ")}.`;
    WORDING[SOME] += ` ${left}`;
    WORDING[NONE] = wanted.length ? `${WORDING[NONE]} ${left}` : `${left} Try a rarer word.`;
  }
  return [plain(query), new Set(wanted), new Set(), new Set(), new Set(words)];
};
/** Called once by searchtools.js, before the index comes. */
const _ready = (start) => {
  const { setIndex, performTermsSearch } = Search;
  Search._parseQuery = parse;
  // Of words shorter than three letters Sphinx takes pages that have no other, so each is looked up
  // by itself.
  Search.performTermsSearch = (words, excluded) => {
    const found = [...words].map((word) => performTermsSearch(new Set([word]), excluded));
    return found
      .flat()
      .filter(([page]) => found.every((pages) => pages.some(([other]) => other === page)));
  };
  Search.setIndex = (index) => {
    // Words are looked up as properties: without this, "constructor" and "__proto__" are found in
    // each object.
    const bare = Object.create(null, {
      hasOwnProperty: { value: Object.prototype.hasOwnProperty },
    });
    for (const words of [index.terms, index.titleterms]) {
      Object.setPrototypeOf(words, bare);
      for (const [word, pages] of Object.entries(words)) {
        // a query comes without accents
        const key = plain(word);
        if (key !== word) words[key] = [...new Set([words[key] ?? [], pages].flat())];
      }
    }
    // A term of the glossary is shown as sections are, "Glossary > logit".
    for (const [term, places] of Object.entries(index.indexentries)) {
      index.alltitles[term] = [
        ...(index.alltitles[term] ?? []),
        ...places.map(([page, id]) => [page, id]),
      ];
    }
    index.indexentries = {};
    setIndex(index);
  };
  start();
};
Object.assign(window, {
  DOCUMENTATION_OPTIONS,
  Documentation: { gettext: _ },
  SPHINX_HIGHLIGHT_ENABLED: false, // what is searched for is left in no storage
  _,
  _ready,
});
