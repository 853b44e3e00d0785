import { generate } from 'selfsigned';

/** A key and a self-signed certificate for these hosts, made anew for each run and kept nowhere. */
export async function certificateFor(hosts: readonly string[]): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: hosts.map(value => ({ type: 2, value })) }],
  });
  return { key, cert };
}
