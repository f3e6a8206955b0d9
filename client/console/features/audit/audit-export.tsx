import type { AuditLogFilter } from '../../../graphql/graphql.ts';
import { FileButton } from '../../parts/file-button.tsx';
import { auditWords } from './words.ts';

/** Everything that the filters let through, as a file for spreadsheets. The shop makes it, and writes down that it did. */
export function AuditExport({ filter }: { filter: AuditLogFilter }) {
  const asked = new URLSearchParams(Object.entries(filter as Record<string, string>));
  return <FileButton path={`/export/audit.csv?${asked.toString()}`} words={auditWords.export} />;
}
