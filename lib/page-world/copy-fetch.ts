import { copyOf, type Give } from './copied';
import { apply } from './kept-aside';
import { lookAlike, replace } from './look-alike';

/** Copies the answers to the page's own `fetch` calls to the addresses that are wanted. */
export function copyFetch(page: Window & typeof globalThis, wants: (url: string) => boolean, give: Give): void {
  const standIn = lookAlike(page.fetch, {
    apply(target, self, args) {
      const answer = apply(target, self, args);
      try {
        const url = addressOf(page, args[0]);
        if (url !== null && wants(url)) listen(answer, url);
      } catch {
        // Whatever is wrong on our side is not the page's business; the answer below is its own.
      }
      return answer;
    },
  });
  replace(page, 'fetch', standIn);

  function listen(answer: PromiseLike<Response>, url: string): void {
    const copy = async (response: Response) => {
      try {
        // Cloned before the page can read the body: our reaction was attached first.
        const body = await response.clone().arrayBuffer();
        give(copyOf(response.url || url, 'fetch', body, Date.now()));
      } catch {
        // A body that fails or is aborted carries nothing to copy.
      }
    };
    // A failed request does not either; the page handles its own promise.
    answer.then(copy, () => {});
  }
}

function addressOf(page: Window & typeof globalThis, input: unknown): string | null {
  if (typeof input === 'string') return new URL(input, page.location.href).href;
  if (input instanceof page.Request) return input.url;
  return input instanceof page.URL ? input.href : null;
}
