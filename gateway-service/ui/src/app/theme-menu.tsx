import { announce } from '../lib/announce';
import { t } from '../lib/i18n';
import { useChangeMe } from '../queries/profile';
import { useColorScheme } from '../ui/color-scheme';
import { reasonOf } from '../ui/error-panel';
import { ThemeIcon } from '../ui/icons';
import { Menu, MenuChoice } from '../ui/menu';

/** One of one's preferences, at hand on every page. */
export function ThemeMenu() {
  const [scheme] = useColorScheme();
  const { mutate } = useChangeMe();
  return (
    <Menu label={t('theme.label')} button={<ThemeIcon />}>
      <MenuChoice
        value={scheme === 'auto' ? 'system' : scheme}
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`theme.${value}`),
        }))}
        onChange={(theme) =>
          mutate({ preferences: { theme } }, { onError: (error) => announce(reasonOf(error)) })
        }
      />
    </Menu>
  );
}
