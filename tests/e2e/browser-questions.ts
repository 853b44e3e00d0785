// What both browsers are asked in the same words, through the API that the extension itself uses.

/** The toolbar button: what it shows everywhere, and the texts of tabs in which it differs. */
export function badgeExpression(api: 'chrome' | 'browser'): string {
  return `(async () => {
    const { action, tabs } = ${api};
    const [text, color, title] = await Promise.all([
      action.getBadgeText({}), action.getBadgeBackgroundColor({}), action.getTitle({}),
    ]);
    const texts = await Promise.all((await tabs.query({})).map(({ id }) => action.getBadgeText({ tabId: id })));
    const hex = '#' + [...color].slice(0, 3).map(part => part.toString(16).padStart(2, '0')).join('');
    return { text, color: hex, title, inSomeTabs: texts.filter(other => other !== text) };
  })()`;
}

export function alarmsExpression(api: 'chrome' | 'browser'): string {
  return `${api}.alarms.getAll().then(alarms => alarms.map(({ name, scheduledTime, periodInMinutes }) =>
    ({ name, scheduledTime, periodInMinutes: periodInMinutes ?? null })))`;
}

/** Whether the extension has registered its content scripts, which it does shortly after it was installed. */
export function registeredExpression(api: 'chrome' | 'browser'): string {
  return `${api}.scripting.getRegisteredContentScripts().then(scripts => scripts.length > 0)`;
}
