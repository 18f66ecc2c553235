import type { Concern } from '../kernel/concern.ts';
import { acknowledging } from './acknowledging.ts';
import { answering } from './answering.ts';
import { cancelling } from './cancelling.ts';
import { capture } from './capture.ts';
import { changing } from './changing.ts';
import { correcting } from './correcting.ts';
import { crediting } from './crediting.ts';
import { dropping } from './dropping.ts';
import { enriching } from './enriching.ts';
import { fulfilling } from './fulfilling.ts';
import { holding } from './holding.ts';
import { invoicing } from './invoicing.ts';
import { lines } from './lines.ts';
import { loading } from './loading.ts';
import { notifying } from './notifying.ts';
import { operating } from './operating.ts';
import { paying } from './paying.ts';
import { releasingAgain } from './releasing-again.ts';
import { remitting } from './remitting.ts';
import { reporting } from './reporting.ts';
import { returning } from './returning.ts';
import { settingAside } from './setting-aside.ts';
import { submitting } from './submitting.ts';
import { substituting } from './substituting.ts';
import { tellingShop } from './telling-shop.ts';

/**
 * All that the machine looks after, in the order in which effects are issued: a notice before the invoice that it
 * covers, an acknowledgment before both.
 */
export const concerns: readonly Concern[] = [
  reporting,
  operating,
  capture,
  settingAside,
  holding,
  lines,
  enriching,
  crediting,
  submitting,
  dropping,
  substituting,
  cancelling,
  fulfilling,
  tellingShop,
  acknowledging,
  changing,
  releasingAgain,
  answering,
  notifying,
  correcting,
  returning,
  invoicing,
  paying,
  loading,
  remitting,
];
