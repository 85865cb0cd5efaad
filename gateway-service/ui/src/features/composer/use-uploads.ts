import { useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../api/types';
import { t } from '../../lib/i18n';
import { mostBytes, upload } from '../../lib/upload';
import { reasonOf } from '../../ui/error-panel';

/** A file on its way, or one that did not get there. */
export interface Uploading {
  id: number;
  file: File;
  share: number;
  error: string | null;
}

/** Uploads start at once; one that is done is the draft's. */
export function useUploads(onDone: (file: Attachment) => void) {
  const [uploads, setUploads] = useState<Uploading[]>([]);
  const next = useRef(0);
  const running = useRef(new Map<number, AbortController>());
  const change = (id: number, fields: Partial<Uploading>) =>
    setUploads((all) => all.map((each) => (each.id === id ? { ...each, ...fields } : each)));
  const underWay = uploads.some(({ error }) => !error);
  useEffect(() => {
    if (underWay) {
      // a file that is half there would be gone without a word
      const stay = (event: BeforeUnloadEvent) => event.preventDefault();
      addEventListener('beforeunload', stay);
      return () => removeEventListener('beforeunload', stay);
    }
  }, [underWay]);
  const forget = (id: number) => setUploads((all) => all.filter((each) => each.id !== id));

  async function run(id: number, file: File): Promise<void> {
    const controller = new AbortController();
    running.current.set(id, controller);
    try {
      const done = await upload(file, (share) => change(id, { share }), controller.signal);
      forget(id);
      onDone(done);
    } catch (error) {
      if (!controller.signal.aborted) {
        change(id, { error: reasonOf(error) });
      }
    } finally {
      running.current.delete(id);
    }
  }

  function add(files: Iterable<File>): void {
    for (const file of files) {
      const id = next.current++;
      const error =
        file.size > mostBytes
          ? t('composer.tooLarge', { limit: String(mostBytes / 1024 / 1024) })
          : file.size === 0
            ? t('composer.emptyFile')
            : null;
      setUploads((all) => [...all, { id, file, share: 0, error }]);
      if (!error) {
        run(id, file);
      }
    }
  }

  return {
    uploads,
    add,
    retry: ({ id, file }: Uploading) => {
      change(id, { share: 0, error: null });
      run(id, file);
    },
    cancel: ({ id }: Uploading) => {
      running.current.get(id)?.abort();
      forget(id);
    },
  };
}
