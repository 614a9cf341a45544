/** The pages of the buyers. */
export { BuyersPage } from './BuyersPage';
export { InCommonPage } from './common/InCommonPage';
