// Prepares what textual-serve's own script starts: where its websocket is, and the font that it measures.
"use strict";
(() => {
  const start = window.onload;
  const Socket = window.WebSocket;
  const takeKeys = () => document.querySelector(".xterm-helper-textarea")?.focus();

  // The reason why a session ended is told by the server when it closes the websocket.
  window.WebSocket = class extends Socket {
    constructor(...given) {
      super(...given);
      // Keys reach the program without a click first, but not before there is someone to send them to.
      this.addEventListener("open", () => {
        takeKeys();
        window.addEventListener("focus", takeKeys);
      });
      this.addEventListener("close", (event) => {
        window.onbeforeunload = null;
        const why = document.getElementById("why");
        if (event.reason) why.textContent = event.reason;
        else if (!event.wasClean) why.textContent = "The connection was lost. What you decided is saved.";
        document.getElementById("again").focus();
      });
    }
  };

  // Exports are downloaded from this page: a new window for each would be blocked, or flash up and go.
  window.open = (address) => {
    const link = document.createElement("a");
    link.href = address;
    link.download = "";
    if (link.origin === window.location.origin) link.click();
    return null;
  };

  window.onload = async (event) => {
    const here = new URL("ws", window.location.href);
    here.protocol = here.protocol === "https:" ? "wss:" : "ws:";
    here.search = "";
    document.getElementById("terminal").dataset.sessionWebsocketUrl = here.href;
    document.getElementById("again").addEventListener("click", () => window.location.reload());
    // The terminal measures its cells once: the font has to be there before.
    try {
      await Promise.all(["", "bold ", "italic "].map((style) => document.fonts.load(`${style}16px "Roboto Mono"`)));
    } catch (error) {
      console.warn(error);
    }
    // Ctrl-W deletes a word in the edit mode, and closes the tab in most browsers: they ask first.
    window.onbeforeunload = (leaving) => leaving.preventDefault();
    start.call(window, event);
  };
})();
