import type { LogTrouble } from '@/lib/log/log-trouble';
import { FailureLine, type ShownFailure } from './failure-line';
import { TroubleLine, type TroubleLineProps } from './trouble-line';

export interface FailuresProps {
  readonly failure: ShownFailure | null;
  /** What is wrong with the log as a whole. */
  readonly trouble: TroubleLineProps | null | undefined;
}

/** Of these it is said why the log cannot be read, and what helps. */
const unread: readonly (LogTrouble | undefined)[] = ['unreadable', 'newer'];

/** What is wrong, with the log as a whole and with what was asked for: above all that it makes untrue, and nothing twice. */
export function Failures({ failure, trouble }: FailuresProps) {
  const isSaid = failure?.key === 'log_unreadable_error' && unread.includes(trouble?.is);
  return (
    <>
      {trouble && <TroubleLine {...trouble} />}
      {failure && !isSaid && <FailureLine failure={failure} />}
    </>
  );
}
