import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from '../../serving/body-of.ts';
import type { SimulatedTokopedia } from '../inbox.ts';

type Variables = Readonly<Record<string, unknown>>;
type Operation = (tokopedia: SimulatedTokopedia, variables: Variables) => object | undefined;

/** GraphQL on a host of its own, hence with leave for the page's origin. Without a sign-in every operation is refused. */
export async function answerOperation(
  tokopedia: SimulatedTokopedia,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = {
    'access-control-allow-origin': `https://${tokopedia.options.host}`,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'content-type, x-source, x-tkpd-lite-service',
    'access-control-allow-methods': 'POST, OPTIONS',
    'cache-control': 'no-store',
  };
  if (request.method === 'OPTIONS') {
    response.writeHead(204, headers);
    response.end();
    return;
  }
  const body = (await bodyOf(request)).toString();
  const operation = operations[pathname.replace(/^\/graphql\//, '')];
  const answer = tokopedia.signedIn ? operation?.(tokopedia, variablesOf(body)) : undefined;
  const refusal = tokopedia.signedIn ? 404 : 401;
  response.writeHead(answer === undefined ? refusal : 200, { ...headers, 'content-type': 'application/json' });
  response.end(JSON.stringify(answer ?? { errors: [{ message: 'refused' }] }));
}

const operations: Readonly<Record<string, Operation>> = {
  chatListMessage: (tokopedia, { page }) => tokopedia.listAnswer(Number(page ?? 1)),
  chatReplies: (tokopedia, { msgId, beforeMs }) => {
    const c = tokopedia.conversation(String(msgId));
    return c && tokopedia.repliesAnswer(c, beforeMs === undefined ? undefined : Number(beforeMs));
  },
};

/** What a request must look like is not recorded: this one's page sends `{ operationName, variables }`. */
function variablesOf(body: string): Variables {
  const { variables }: { variables?: Variables } = body === '' ? {} : JSON.parse(body);
  return variables ?? {};
}
