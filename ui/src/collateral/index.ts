export { LibraryPage } from './LibraryPage';
export { ReviewPage } from './review/ReviewPage';
