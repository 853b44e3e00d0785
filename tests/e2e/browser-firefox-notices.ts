// A machine without a desktop shows no notification, and Firefox then forgets it at once. These expressions, for the
// browser's own window, put a service in the place of the desktop's that keeps what is shown and can be clicked.

export const keepNotices = `(() => {
  const shown = new Map();
  globalThis.lekasNotices = shown;
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert(notice, listener) {
      shown.set(notice.name, { notice, listener });
      listener?.observe(null, 'alertshow', notice.cookie);
    },
    closeAlert(name) {
      const entry = shown.get(name);
      shown.delete(name);
      entry?.listener?.observe(null, 'alertfinished', entry.notice.cookie);
    },
    getHistory: () => [], teardown() {}, pbmTeardown() {},
  };
  const factory = {
    QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
    createInstance: wanted => service.QueryInterface(wanted),
  };
  Components.manager.QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(Services.uuid.generateUUID(), '', '@mozilla.org/alerts-service;1', factory);
})()`;

export const shownNotices = `[...lekasNotices].map(([id, { notice }]) => ({ id, title: notice.title, message: notice.text }))`;

export function clickNotice(id: string): string {
  return `(entry => {
    if (entry === undefined) throw new Error('no such notification');
    entry.listener?.observe(null, 'alertclickcallback', entry.notice.cookie);
  })(lekasNotices.get(${JSON.stringify(id)}))`;
}
