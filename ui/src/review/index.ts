export { ReviewsPage } from './list/ReviewsPage';
export { ReviewPage } from './ReviewPage';
