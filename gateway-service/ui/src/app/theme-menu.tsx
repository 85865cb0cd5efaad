import { t } from '../lib/i18n';
import { useColorScheme } from '../ui/color-scheme';
import { ThemeIcon } from '../ui/icons';
import { Menu, MenuChoice } from '../ui/menu';

export function ThemeMenu() {
  const [scheme, setScheme] = useColorScheme();
  return (
    <Menu label={t('theme.label')} button={<ThemeIcon />}>
      <MenuChoice
        value={scheme}
        options={(['auto', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`theme.${value}`),
        }))}
        onChange={setScheme}
      />
    </Menu>
  );
}
