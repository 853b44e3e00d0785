/** A catalogue with nothing in it but what the popup says; see `usedWords`. */
declare module '*.json?popup' {
  const messages: import('./i18n-for').Messages;
  export default messages;
}
