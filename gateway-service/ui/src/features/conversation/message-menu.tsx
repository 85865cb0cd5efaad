import { useState } from 'react';
import type { Message, TicketMail } from '../../api/types';
import { announce } from '../../lib/announce';
import { t } from '../../lib/i18n';
import { addressOf } from '../../queries/messages';
import { MoreIcon } from '../../ui/icons';
import { Menu, MenuItem } from '../../ui/menu';
import { AboutMail } from './about-mail';
import { anchorOf } from './anchor';
import { MailSource } from './mail-source';

interface MessageMenuProps {
  ticket: number;
  message: Message;
  mail?: TicketMail;
}

export function MessageMenu({ ticket, message, mail }: MessageMenuProps) {
  const [shown, setShown] = useState<'about' | 'source' | null>(null);
  const close = () => setShown(null);
  return (
    <>
      <Menu label={t('messages.more')} button={<MoreIcon />}>
        <MenuItem onClick={() => copyLink(message)}>{t('messages.copyLink')}</MenuItem>
        {mail && (
          <>
            <MenuItem onClick={() => setShown('about')}>{t('messages.whyHere')}</MenuItem>
            <MenuItem onClick={() => setShown('source')}>{t('messages.source')}</MenuItem>
            <MenuItem component="a" href={addressOf.source(ticket, message.id)}>
              {t('messages.downloadMail')}
            </MenuItem>
          </>
        )}
      </Menu>
      {shown === 'about' && mail && <AboutMail mail={mail} onClose={close} />}
      {shown === 'source' && <MailSource ticket={ticket} message={message} onClose={close} />}
    </>
  );
}

async function copyLink(message: Message): Promise<void> {
  const link = new URL(`#${anchorOf(message)}`, location.href);
  await navigator.clipboard.writeText(link.href);
  announce(t('messages.linkCopied'));
}
