/** The contents of a review: its sections, and what is written in them. */
import type { ReviewView } from '../api';
import { ContentsRail, type RailPlace } from '../shared';
import { addressOfPart } from './sections';

export function ReviewRail({ view }: { view: ReviewView }) {
  const place = (section: string, title: string, isFilledIn = false): RailPlace => ({
    section,
    title,
    missing: 0,
    isFilledIn,
  });
  const places = [
    place('goals', 'Goals'),
    ...view.worksheet.parts.map((part) => place(addressOfPart(part), part.title)),
    place('last-time', 'Last time'),
    place('sides', 'What each side says', view.line.review.revealed_at !== null),
    place('decisions', 'Decisions', view.decisions.length > 0),
    place('actions', 'Actions', view.actions.length > 0),
    place('parked', 'Parked', view.parked.length > 0),
    place('agreement', 'Agreement', view.line.state === 'signed'),
  ];
  return <ContentsRail of="the review" places={places} />;
}
