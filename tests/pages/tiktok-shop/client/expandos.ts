import type { PageLook } from './look.ts';
import type { MessageView, RowView } from './page-view.ts';

/** React names its properties with letters drawn once per page load. */
const letters = Math.random().toString(36).slice(2, 13);

const propsName = { 16: `__reactEventHandlers$${letters}`, 17: `__reactProps$${letters}` } as const;
const fiberName = { 16: `__reactInternalInstance$${letters}`, 17: `__reactFiber$${letters}` } as const;

/** A row's properties lead to its conversation by way of its children. */
export function markRow(element: HTMLElement, row: RowView, look: PageLook): void {
  if (!look.expandos) return;
  const contact = { conversationId: row.conversationId, pigeonUid: row.pigeonUid };
  const props = { className: element.className, children: [null, { type: 'div', key: null, props: { contact } }] };
  hang(element, propsName[look.react], props);
  hang(element, fiberName[look.react], fiber(element, props, { memoizedProps: { contact }, return: null }));
}

/** A card's fiber leads to its message some steps up; the parts inside need a step or two more. */
export function markCard(element: HTMLElement, message: MessageView, look: PageLook): void {
  if (!look.expandos) return;
  const { id, conversationId, sender, at, msgType } = message;
  const raw = { serverId: id, conversationId };
  const known = { messageServerId: id, conversationId, sender, createTime: at, msgType, rawMessage: raw };
  const owner = { memoizedProps: { message: known }, pendingProps: { message: known }, return: null };
  const wrapper = { memoizedProps: { hover: false }, pendingProps: {}, return: { memoizedProps: null, return: owner } };
  const own = fiber(element, {}, wrapper);
  hang(element, fiberName[look.react], own);
  for (const inner of element.children) hang(inner, fiberName[look.react], fiber(inner, {}, own));
}

/** Fibers know their elements and their elements know them: whoever copies one without care never ends. */
function fiber(stateNode: Element, memoizedProps: object, parent: object) {
  return { tag: 5, stateNode, memoizedProps, pendingProps: memoizedProps, return: parent };
}

function hang(element: Element, name: string, value: object): void {
  Object.assign(element, { [name]: value });
}
