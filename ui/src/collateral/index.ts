export { LibraryPage } from './LibraryPage';
export { MatrixPage } from './matrix/MatrixPage';
export { RequestsPage } from './requests/RequestsPage';
export { ReviewPage } from './review/ReviewPage';
export { UsagePage } from './use/UsagePage';
