/** A catalogue with nothing in it but what the popup says; see `usedWords`. */
declare module '*.json?popup' {
  const messages: import('@lingui/core').Messages;
  export default messages;
}
