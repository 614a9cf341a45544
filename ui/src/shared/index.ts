/**
 * What two rooms of the house share. Import from here: `import { Page, Section, MoneyField } from '../shared'`.
 *
 * Page          `Page` (title 28, one primary button, optional contents rail), `Section` (id for the rail), `Block`, `EmptyState`,
 *               `ButtonLink` (a button that leads to a route), `ExportMenu` (takes something along as a document)
 * Sides         `SidePair` (two columns of equal weight), `SideBadge`, `SideMark`, `sideNames`; hues `var(--ls-sales…)`
 * Seal          `Seal` (halves fill as sides sign), `AgreementSeal` (with words), `sealInWords`
 * Values        `Money`, `Num`, `Rate` (with its n), `UnitValue`, `Day`, `Instant`, `Missing` ("–" and why);
 *               `useFormats()` for text: money, rate, value(unit, …), day, month, read, write …
 * Fields        save themselves on leaving and after a pause: `TextField`, `AreaField`, `ValueField` (any `Unit`),
 *               `MoneyField`, `PercentField`, `CountField`, `DayField`, `SelectField`, `OptionalSelectField`,
 *               `SwitchField`, `TagsField` (short texts, typed or offered); `quiet` for tables, `locked` while nothing can be edited. They want
 *               `save: (value) => Promise`, e.g. `save={(name) => editGoal.attempt({ id, change: { name } })}`; a
 *               rejected promise puts the error at the field and keeps the text. For other inputs: `useFieldSave`; for what a
 *               button keeps: `useDraft`
 * Lists         `Ordered` (drag, move up/down, remove; as `<ul>` or `<tbody>`), `useRemoval` (removes, offers undo; `useUndoOffer` for
 *               other deeds),
 *               `AddLine` (type, Enter, type, Enter), `useArrival` (a new line takes the keyboard)
 * Agreements    `AgreementBody` (missing, propose, sign, versions), `AgreedTitle`, `AgreedBanner`, for whatever `Agreed` is
 * Contents      `ContentsRail`, `scrollThere` (a section, a line of it), `GoToSection`, `useArrivalAt`
 * Status        `StatusMark`, `VerdictMark`: shape + word + colour; `Few` marks what rests on few records
 * Dialogs       `useOnTop`: a drawer or dialog with others over it closes by Escape only while it lies on top, and asks what is not saved
 * Tables        `WideTable`: around every table, shows where it goes on when there is no room for all of it
 * Charts        `ChartFrame` (finding as title, words, show as table) around a drawing of ours; `Bars`
 * Navigation    `NavHeading`, `NavPlace` (a link), `NavAside` (what stands at its end), `NavApart`: a room's part of the left side
 * Commands      `useUiCommands([{ id, name, group: 'Plan', keys, run }])` puts a screen's commands into menu, palette and
 *               shortcut list while it is on screen
 * Asking        from '../api': `useAsk(name, input)`, `useAct(name)` → `run` (tells errors) or `attempt` (throws)
 */

export { AgreedBanner } from './agreement/AgreedBanner';
export { AgreedTitle } from './agreement/AgreedTitle';
export { AgreementBody } from './agreement/AgreementBody';
export { type Agreed, standingBriefly, standingInWords, versionInWords } from './agreement/agreed';
export { type Bar, Bars } from './charts/Bars';
export { ChartFrame, type ChartTable } from './charts/ChartFrame';
export { type UiCommand, useUiCommands } from './commands/commands';
export { useOnTop } from './dialogs/useOnTop';
export {
  type Option,
  OptionalSelectField,
  SelectField,
  SwitchField,
  useChoiceSave,
} from './fields/choices';
export { DayField, DayInput, DaysWithin } from './fields/DayField';
export {
  AreaField,
  CountField,
  type FieldProps,
  inputProps,
  MoneyField,
  PercentField,
  TextField,
  TimeField,
  ValueField,
} from './fields/fields';
export { allTime, type Period, PeriodField } from './fields/PeriodField';
export { type OfferedTag, TagsField } from './fields/TagsField';
export { useDraft } from './fields/useDraft';
export { type FieldSave, useFieldSave } from './fields/useFieldSave';
export { FormatsProvider, useFormats } from './formats/FormatsProvider';
export type { Formats, Maybe, Unit } from './formats/formats';
export { Day, Instant, Missing, Money, Num, Rate, UnitValue } from './formats/values';
export { afterMove, Ordered } from './lists/Ordered';
export { useArrival } from './lists/useArrival';
export { NavApart, NavAside, NavFoot, NavHeading, NavList, NavPlace } from './navigation/Places';
export { AddLine } from './parts/AddLine';
export { Block } from './parts/Block';
export { ButtonLink } from './parts/ButtonLink';
export { EmptyState } from './parts/EmptyState';
export { ExportMenu } from './parts/ExportMenu';
export { Few } from './parts/Few';
export { Hint } from './parts/Hint';
export { Page, Section } from './parts/Page';
export { type Side, SideBadge, SideMark, sideNames } from './parts/SideBadge';
export { SidePair } from './parts/SidePair';
export { type Status, StatusMark } from './parts/StatusMark';
export { VerdictMark } from './parts/VerdictMark';
export { WideTable } from './parts/WideTable';
export { ContentsRail, type RailPlace } from './rail/ContentsRail';
export { GoToSection, scrollThere, useGoToSection } from './rail/goToSection';
export { useArrivalAt } from './rail/useArrivalAt';
export { AgreementSeal } from './seal/AgreementSeal';
export { Seal, type SealProps, sealInWords } from './seal/Seal';
export { standingSeal } from './seal/sealOf';
export { useRemoval } from './useRemoval';
export { useTypedSearch } from './useTypedSearch';
export { useUndoOffer } from './useUndoOffer';
export { keyIn, keysOf } from './words/keys';
export { reasonNames } from './words/reasons';
export { backupsInWords, sizeInWords } from './words/sizes';
export { verdictNames } from './words/verdicts';
