import { useId, useState } from 'react';
import { useText } from '@/lib/i18n/use-text';
import { TableFrame } from './table-frame';

export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

interface Props {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** A line each, its first cell the line's name. */
  readonly rows: readonly (readonly string[])[];
  readonly onCopy: (text: string) => Promise<boolean>;
}

/** The figures behind a picture, folded away: for those who cannot see it, and for copying into a spreadsheet. */
export function DataTable({ caption, columns, rows, onCopy }: Props) {
  const { t } = useText();
  const captionId = useId();
  const [copied, setCopied] = useState(false);
  const copy = () => {
    const lines = [columns.map(({ title }) => title), ...rows];
    void onCopy(lines.map(cells => cells.map(plain).join('\t')).join('\n')).then(setCopied);
  };
  return (
    <details className="data-table">
      <summary>
        {t('dashboard_table_title')}
        <span className="unseen">: {caption}</span>
      </summary>
      <div className="data-table-head">
        <button type="button" className="quiet" onClick={copy}>
          {t('dashboard_table_action')}
        </button>
        <span role="status">{copied && t('dashboard_table_done')}</span>
      </div>
      <TableFrame labelledBy={captionId}>
        <table>
          <caption id={captionId} className="unseen">
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map(({ title, isNumber }) => (
                <th key={title} scope="col" className={isNumber ? 'number' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells], line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone; two days may be named alike.
              <tr key={line}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td
                    key={columns[index + 1]?.title ?? index}
                    className={columns[index + 1]?.isNumber ? 'number' : undefined}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </details>
  );
}

/** A cell that no spreadsheet takes for a formula, or for two. */
function plain(cell: string): string {
  const oneLine = cell.replaceAll(/[\t\r\n]+/g, ' ');
  return /^[=+@]|^-(?!\d)/.test(oneLine) ? `'${oneLine}` : oneLine;
}
