/** The rooms of the house, in the order in which they stand in the navigation, the palette and what is found. */
import { buyers } from './buyers/room';
import { collateral } from './collateral/room';
import { definition } from './definition/room';
import { leads } from './leads/room';
import { plan } from './plan/room';
import { review } from './review/room';
import { walkThrough } from './walkThrough/room';
import { workspace } from './workspace/room';

export const rooms = [plan, definition, review, leads, buyers, collateral, walkThrough, workspace];
