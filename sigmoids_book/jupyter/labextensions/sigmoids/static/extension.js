// A check holds the answers, so a stray click must not open it: two clicks do.
// JupyterLab loads this as it loads what webpack's module federation builds.
(() => {
  const checkOf = (event) => {
    const place = event.target.closest?.(".jp-InputPlaceholder, .jp-InputCollapser");
    const folded = place?.closest(".jp-Cell")?.querySelector(".jp-InputPlaceholder");
    return folded?.textContent.trim().startsWith("# The check") ? folded : null;
  };

  const activate = () => {
    // Capturing, at the document: before any listener of JupyterLab.
    document.addEventListener(
      "click",
      (event) => {
        if (event.detail === 1 && checkOf(event)) event.stopPropagation();
      },
      true,
    );
    document.addEventListener("mouseover", (event) => {
      const named = checkOf(event)?.querySelector("[title]");
      if (named) named.title = "Double-click to open";
    });
  };

  window._JUPYTERLAB = window._JUPYTERLAB || {};
  window._JUPYTERLAB.sigmoids = {
    init: () => {},
    get: async () => () => ({ id: "sigmoids:folded-checks", autoStart: true, activate }),
  };
})();
