const own = [
  /(^|\.)(google|googleapis|gstatic|gvt1|gvt2)\.com$/,
  /(^|\.)mozilla\.(com|org|net)$/,
  /(^|\.)(firefox|firefoxusercontent)\.com$/,
];

/** Hosts that the browsers themselves ask, with or without an extension: updates, settings, certificates. */
export function askedByBrowserItself(host: string): boolean {
  return own.some(pattern => pattern.test(host));
}
