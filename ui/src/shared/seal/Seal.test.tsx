import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Seal } from './Seal';

const says = () => screen.getByRole('img').getAttribute('aria-label');

describe('the seal', () => {
  it('says who has signed', () => {
    const { rerender } = render(<Seal of="Plan FY27" sales={false} marketing={false} state="open" />);
    expect(says()).toBe('Plan FY27: not signed yet');
    rerender(<Seal of="Plan FY27" sales marketing={false} state="open" />);
    expect(says()).toBe('Plan FY27: signed by Sales, Marketing has not signed');
    rerender(<Seal of="Plan FY27" sales={false} marketing state="open" />);
    expect(says()).toBe('Plan FY27: signed by Marketing, Sales has not signed');
    rerender(<Seal of="Plan FY27" sales marketing state="in_force" />);
    expect(says()).toBe('Plan FY27: signed by both sides, in force');
  });
  it('closes, with a ring, only in force or when it once was', () => {
    const { container, rerender } = render(<Seal sales marketing state="open" />);
    expect(container.querySelector('circle')).toBeNull();
    rerender(<Seal sales marketing state="in_force" />);
    expect(container.querySelector('circle')).not.toBeNull();
  });
  it('has two halves of one shape, turned round: equal weight', () => {
    const { container } = render(<Seal sales marketing state="in_force" />);
    const [sales, marketing] = [...container.querySelectorAll('path')];
    expect(marketing?.getAttribute('d')).toBe(sales?.getAttribute('d'));
    expect(marketing?.getAttribute('transform')).toBe('rotate(180 16 16)');
  });
});
