export { FunnelPage } from './funnel/FunnelPage';
export { ImportPage } from './import/ImportPage';
export { ImportsPage } from './imports/ImportsPage';
export { LedgerPage } from './ledger/LedgerPage';
export { LostPage } from './lost/LostPage';
export { LeadsPage } from './overview/LeadsPage';
export { SourcesPage } from './sources/SourcesPage';
