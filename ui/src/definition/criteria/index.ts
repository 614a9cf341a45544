export { NonLeadsSection } from './NonLeadsSection';
export { PointsSection } from './PointsSection';
export { QuestionSection } from './QuestionSection';
