/** Where the workbench and what belongs to it live (feige, sections 1 and 3). */
export const hosts = {
  chat: 'im.jinritemai.com',
  calls: 'pigeon.jinritemai.com',
  backOffice: 'fxg.jinritemai.com',
} as const;
