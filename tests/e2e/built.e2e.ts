import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { targets } from '../tools/build.ts';
import { root } from '../tools/run.ts';

interface Built {
  readonly path: string;
  readonly text: string;
}

/** What stands in a build that a browser could run or load from. */
async function builtFiles(folder: string): Promise<Built[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter(entry => entry.isFile() && /\.(?:js|html|css|svg|json)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name));
  return Promise.all(
    paths.map(async path => ({ path: path.slice(join(root, folder).length + 1), text: await readFile(path, 'utf8') })),
  );
}

/** Addresses that stand in texts of libraries, and names of XML: nothing that is loaded. */
const named = ['www.w3.org', 'relative.invalid', 'react.dev', 'github.com', 'tinyurl.com', 'bit.ly'];

/** The script in the page's own world wraps the page's `fetch` and hands on to it: the one place where it is named. */
const pagesWorld = 'content-scripts/chat-network.js';

describe.each(['chrome', 'firefox'] as const)('what is built for %s', target => {
  const files = builtFiles(targets[target].folder);
  const scripts = async () => (await files).filter(({ path }) => path.endsWith('.js'));

  it('runs no text as code', async () => {
    expect((await scripts()).length).toBeGreaterThan(10);
    for (const { path, text } of await scripts()) {
      expect(text, path).not.toMatch(/\beval\s*\(|\bnew Function\b|(?<![\w.])Function\s*\(\s*["'`]/);
      expect(text, path).not.toMatch(/\bset(?:Timeout|Interval)\s*\(\s*["'`]/);
      expect(text, path).not.toMatch(/importScripts|\bimport\s*\(\s*["'`]https?:/);
    }
  });

  it('asks no network: outside the copies of what the page asks there is nothing that could', async () => {
    const asks = /(?<![\w.$])fetch\s*\(|\bXMLHttpRequest\b|\bnew (?:WebSocket|EventSource|WebTransport)\b|sendBeacon/;
    const asking = (await scripts()).filter(({ text }) => asks.test(text)).map(({ path }) => path);
    expect(asking.filter(path => path !== pagesWorld)).toEqual([]);
    expect((await scripts()).map(({ path }) => path)).toContain(pagesWorld);
  });

  it('names no address that it could load from', async () => {
    const hosts = new Set<string>();
    for (const { path, text } of await files) {
      if (path === 'manifest.json') continue;
      for (const [, host = ''] of text.matchAll(/https?:\/\/([\w.-]+)/g)) hosts.add(host);
      expect(text, path).not.toMatch(/\b(?:src|href)\s*=\s*["'](?:https?:)?\/\//);
      expect(text, path).not.toMatch(/url\(\s*["']?(?:https?:)?\/\//);
    }
    expect(hosts.size).toBeGreaterThan(0);
    expect([...hosts].filter(host => !named.includes(host))).toEqual([]);
  });

  it('may load nothing but itself, and connect to nowhere: the browser sees to it', async () => {
    const manifest = JSON.parse((await files).find(({ path }) => path === 'manifest.json')?.text ?? '{}');
    const { extension_pages: policy, ...others } = manifest.content_security_policy;
    expect(others).toEqual({});
    const directives = new Map<string, string[]>(
      policy.split('; ').map((line: string) => {
        const [name = '', ...values] = line.split(' ');
        return [name, values];
      }),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('connect-src')).toEqual(["'none'"]);
    for (const values of directives.values()) {
      for (const value of values) expect(["'none'", "'self'", "'unsafe-inline'", 'data:']).toContain(value);
    }
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  it('asks for what docs/PERMISSIONS.md gives a reason for, and for nothing else', async () => {
    const manifest = JSON.parse((await files).find(({ path }) => path === 'manifest.json')?.text ?? '{}');
    const table = await readFile(join(root, 'docs/PERMISSIONS.md'), 'utf8');
    const rows = table.split('\n').flatMap(line => /^\| `([\w]+)` \| ([^|]+) \|/.exec(line)?.slice(1, 3) ?? []);
    const asked = rows.flatMap((cell, i) => (i % 2 === 0 ? [{ name: cell, where: rows[i + 1]?.trim() }] : []));
    const here = asked.filter(
      ({ where }) => where === 'both' || where === (target === 'chrome' ? 'Chrome' : 'Firefox'),
    );
    expect(here.map(({ name }) => name).sort()).toEqual([...manifest.permissions].sort());
    expect(manifest.host_permissions).toBeUndefined();
    const optional = [...table.matchAll(/^\| `(\w+)` \(optional\) \| both \|/gm)].map(([, name]) => name);
    expect(optional).toEqual(['downloads']);
    expect(manifest.optional_permissions).toEqual(optional);
    const hosts: string[] = manifest.optional_host_permissions;
    expect(hosts.length).toBeGreaterThan(20);
    for (const host of hosts) expect(table, host).toContain(`\`${host.replace(/^https:\/\/|\/\*$/g, '')}\``);
    for (const [, host] of table.matchAll(/^\| `([\w-]+(?:\.[\w-]+)+)` \|/gm))
      expect(hosts).toContain(`https://${host}/*`);
  });
});
