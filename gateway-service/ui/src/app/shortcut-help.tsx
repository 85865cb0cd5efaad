import { Fragment } from 'react';
import { t } from '../lib/i18n';
import { singleKeys } from '../lib/shortcuts/enabled';
import { shortcuts, type Where } from '../lib/shortcuts/table';
import { useStore } from '../lib/store';
import { useChangeMe } from '../queries/profile';
import { Dialog } from '../ui/dialog';
import { Kbd } from '../ui/parts';
import { Switch } from '../ui/switch';
import styles from './shortcut-help.module.css';

const caps: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' };
const places: Where[] = ['everywhere', 'list', 'ticket'];

export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const enabled = useStore(singleKeys);
  const { mutate } = useChangeMe();
  return (
    <Dialog title={t('shortcut.title')} onClose={onClose}>
      {places.map((place) => (
        <section key={place} className={styles.place}>
          <h3>{t(`shortcut.in.${place}`)}</h3>
          <dl className={styles.list}>
            {shortcuts
              .filter(({ where }) => where === place)
              .map(({ id, keys }) => (
                <div key={id} className={styles.row}>
                  <dt>{t(`shortcut.${id}`)}</dt>
                  <dd>
                    {keys.map((key, index) => (
                      <Fragment key={key}>
                        {index > 0 && ` ${t('shortcut.or')} `}
                        <Keys keys={key} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <Switch
        label={t('shortcut.enabled')}
        checked={enabled}
        onChange={(shortcuts) => mutate({ preferences: { shortcuts } })}
      />
    </Dialog>
  );
}

function Keys({ keys }: { keys: string }) {
  return keys.split(' ').map((key, index) => (
    <Fragment key={key}>
      {index > 0 && ` ${t('shortcut.then')} `}
      <Kbd>{caps[key] ?? key}</Kbd>
    </Fragment>
  ));
}
