/**
 * A list whose order means something. Every line can be dragged by its handle, and moved up, moved down and removed
 * from the menu beside it, so that nothing needs a mouse. As `<ul>` or as the rows of a table.
 */
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDotsVertical,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import classes from './Ordered.module.css';

interface Line {
  id: string;
}

interface OrderedProps<T extends Line> {
  items: readonly T[];
  /** What a line is called in the menu and to whoever listens: the goal's name. */
  nameOf: (item: T) => string;
  /** Moves a line behind another, or to the top when `after` is null. */
  onMove: (id: string, after: string | null) => Promise<unknown>;
  onRemove?: (item: T) => void;
  /** Further menu items for a line (`Menu.Item`s). */
  more?: (item: T) => ReactNode;
  locked?: boolean;
  /** Whether lines move from the menu only: where there is no room for a handle. */
  menuOnly?: boolean;
  as?: 'ul' | 'tbody';
  className?: string;
  /** The line itself; `tools` are its handle and menu, to be placed at its end (in a `<td>` in a table). */
  children: (item: T, tools: ReactNode) => ReactNode;
}

/** Returns the line behind which a line stands after moving from one place to another. */
export function afterMove(ids: readonly string[], from: number, to: number): string | null {
  const moved = arrayMove([...ids], from, to);
  return moved[to - 1] ?? null;
}

export function Ordered<T extends Line>({ items, onMove, as = 'ul', className, ...rest }: OrderedProps<T>) {
  // The order after a drop, until the core's own order arrives.
  const [dropped, setDropped] = useState<readonly T[] | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new items are what ends the stand-in
  useEffect(() => setDropped(null), [items]);
  const shown = dropped ?? items;
  const ids = shown.map((item) => item.id);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const move = (from: number, to: number) => {
    const id = ids[from];
    if (id === undefined || to < 0 || to >= ids.length || from === to) return;
    setDropped(arrayMove([...shown], from, to));
    void onMove(id, afterMove(ids, from, to)).finally(() => setDropped(null));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over) move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  const names = new Map(shown.map((item) => [item.id, rest.nameOf(item)]));
  const called = (id: string | number) => names.get(String(id)) ?? 'The line';
  const place = (id: string | number) => `${ids.indexOf(String(id)) + 1} of ${ids.length}`;
  const lines = shown.map((item, index) => (
    <OrderedLine
      key={item.id}
      as={as === 'ul' ? 'li' : 'tr'}
      item={item}
      up={index > 0 ? () => move(index, index - 1) : null}
      down={index < shown.length - 1 ? () => move(index, index + 1) : null}
      {...rest}
    />
  ));
  const List = as;
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        // Inside a table the hidden instructions would not be valid content.
        container: document.body,
        screenReaderInstructions: {
          draggable:
            'Press space to take the line, the arrow keys to move it, space to drop it, escape to leave it.',
        },
        announcements: {
          onDragStart: ({ active }) => `${called(active.id)} taken, place ${place(active.id)}.`,
          onDragOver: ({ active, over }) =>
            over ? `${called(active.id)} over place ${place(over.id)}.` : undefined,
          onDragEnd: ({ active, over }) =>
            over ? `${called(active.id)} dropped at place ${place(over.id)}.` : undefined,
          onDragCancel: ({ active }) => `${called(active.id)} stays where it was.`,
        },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <List className={as === 'ul' ? `${classes.list} ${className ?? ''}` : className}>{lines}</List>
      </SortableContext>
    </DndContext>
  );
}

interface LineProps<T extends Line>
  extends Pick<OrderedProps<T>, 'nameOf' | 'onRemove' | 'more' | 'locked' | 'menuOnly' | 'children'> {
  as: 'li' | 'tr';
  item: T;
  up: (() => void) | null;
  down: (() => void) | null;
}

function OrderedLine<T extends Line>({ as, item, up, down, ...props }: LineProps<T>) {
  const sortable = useSortable({ id: item.id, disabled: props.locked });
  const name = props.nameOf(item) || 'this line';
  const tools = props.locked ? null : (
    <span className={classes.tools}>
      {!props.menuOnly && (
        <ActionIcon
          size={28}
          className={classes.handle}
          aria-label={`Drag ${name}`}
          ref={sortable.setActivatorNodeRef}
          {...sortable.attributes}
          {...sortable.listeners}
        >
          <IconGripVertical size={16} aria-hidden />
        </ActionIcon>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon size={28} aria-label={`Move or remove ${name}`}>
            <IconDotsVertical size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {props.more?.(item)}
          <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={!up} onClick={() => up?.()}>
            Move up
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size={16} />} disabled={!down} onClick={() => down?.()}>
            Move down
          </Menu.Item>
          {props.onRemove && (
            <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => props.onRemove?.(item)}>
              Remove
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
  const Element = as;
  return (
    <Element
      ref={sortable.setNodeRef}
      className={classes.line}
      data-dragging={sortable.isDragging || undefined}
      style={{ transform: CSS.Translate.toString(sortable.transform) }}
    >
      {props.children(item, tools)}
    </Element>
  );
}
