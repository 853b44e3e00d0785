// For the browser's own window: its console hears of errors everywhere, also of those in an event page or in a script of
// the extension in a chat page, which nothing else tells.

export const keepErrors = `(() => {
  const errors = [];
  globalThis.lekasErrors = errors;
  const listener = {
    QueryInterface: ChromeUtils.generateQI(['nsIConsoleListener']),
    observe(message) {
      if (!(message instanceof Ci.nsIScriptError)) return;
      const { errorMessage, sourceName, lineNumber, flags } = message;
      if (flags & Ci.nsIScriptError.warningFlag || !sourceName.startsWith('moz-extension://')) return;
      errors.push(errorMessage + ' (' + sourceName.replace(/^moz-extension:..[^/]*/, '') + ':' + lineNumber + ')');
    },
  };
  Services.console.registerListener(listener);
  // After a restart the extension is up before we are.
  Services.console.getMessageArray().forEach(message => listener.observe(message));
})()`;

export const seenErrors = 'lekasErrors';
