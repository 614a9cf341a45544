export { ReviewsPage } from './list/ReviewsPage';
export { ReviewPage } from './ReviewPage';
export { ReviewSessionPage } from './session/ReviewSessionPage';
