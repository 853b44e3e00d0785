/**
 * What our stand-ins call by, as it was when we came: a page may put others in their place later, and its own `fetch` must
 * not fail for that through us.
 */
export const { apply, construct } = Reflect;
