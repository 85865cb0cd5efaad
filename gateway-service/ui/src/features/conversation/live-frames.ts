import { type RefObject, useEffect, useId } from 'react';
import { Store, useStore } from '../../lib/store';

/** A frame is a page of its own: so many at once, and a long conversation stays as light as a short one. */
export const mostFrames = 10;

const live = new Store<readonly string[]>([]);

function enter(id: string): void {
  const others = live.get().filter((each) => each !== id);
  live.set([...others, id].slice(-mostFrames));
}

function leave(id: string): void {
  live.set(live.get().filter((each) => each !== id));
}

/** Whether this one may live: those that came into view last do. */
export function useLiveFrame(place: RefObject<HTMLElement | null>): boolean {
  const id = useId();
  useEffect(() => {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting && !live.get().includes(id)) {
          enter(id);
        }
      },
      { rootMargin: '300px 0px' },
    );
    if (place.current) {
      observer.observe(place.current);
    }
    return () => {
      observer.disconnect();
      leave(id);
    };
  }, [id, place]);
  return useStore(live).includes(id);
}
