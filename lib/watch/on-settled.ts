import { paced } from './paced';

/**
 * Calls `look` soon after the page has changed, paced: once for a burst of changes. A change of one of `attributes` is one too.
 * Returns what asks for one more look in the same way.
 */
export function onSettled(
  root: Node,
  look: () => void,
  signal: AbortSignal,
  attributes: readonly string[] = [],
): () => void {
  const plan = paced(look, signal);
  const observer = new MutationObserver(plan);
  const filled = attributes.length > 0 ? { attributeFilter: [...attributes] } : {};
  observer.observe(root, { childList: true, characterData: true, subtree: true, ...filled });
  signal.addEventListener('abort', () => observer.disconnect());
  return plan;
}
