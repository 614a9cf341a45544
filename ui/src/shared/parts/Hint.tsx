/**
 * What is told of something when it is pointed at. It repeats or explains what stands there; nothing is said by it alone to
 * those who listen. What draws it is loaded once the first screen stands.
 */
import {
  type ComponentPropsWithRef,
  cloneElement,
  type PointerEvent,
  type ReactElement,
  useEffect,
  useRef,
  useState,
} from 'react';
import { whenLoaded } from '../later';

const useTooltip = whenLoaded(() => import('./Tooltip').then((it) => it.Tooltip));

/** How long something is pointed at before it tells, in milliseconds. */
const delay = 350;

interface HintProps {
  label: string;
  /** Whether it is told on focus and on touch, too, because it stands nowhere else. */
  always?: boolean;
  /** An element that takes a ref. */
  children: ReactElement<ComponentPropsWithRef<'span'>>;
}

export function Hint({ label, always = false, children }: HintProps) {
  const on = useRef<HTMLSpanElement>(null);
  const [isPointedAt, setPointedAt] = useState(false);
  const [isTold, setTold] = useState(false);
  const Tooltip = useTooltip(isPointedAt || isTold);
  useEffect(() => {
    if (!isPointedAt) return;
    const timer = setTimeout(() => setTold(true), delay);
    return () => clearTimeout(timer);
  }, [isPointedAt]);
  useEffect(() => {
    if (!isTold) return;
    const put = (event: KeyboardEvent) => event.key === 'Escape' && setTold(false);
    addEventListener('keydown', put);
    return () => removeEventListener('keydown', put);
  }, [isTold]);
  const away = () => {
    setPointedAt(false);
    setTold(false);
  };
  return (
    <>
      {cloneElement(children, {
        ref: on,
        onPointerEnter: ({ pointerType }: PointerEvent) => {
          if (pointerType !== 'touch') setPointedAt(true);
          else if (always) setTold(true);
        },
        onPointerLeave: away,
        onPointerDown: ({ pointerType }: PointerEvent) => pointerType !== 'touch' && away(),
        onFocus: () => always && setTold(true),
        onBlur: away,
      })}
      {Tooltip && isTold && <Tooltip target={on} opened label={label} multiline maw={360} />}
    </>
  );
}
