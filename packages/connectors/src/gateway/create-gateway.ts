import type { Performers, Runtime } from '@dist/orchestration/runtime';
import { copyingIntake } from './copy-documents.ts';
import { documentCopier } from './document-copier.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { type TakenUp, type TakeUp, takeUp } from './intake/take-up.ts';
import { agreedDeliverer } from './partner/agreed-deliverer.ts';
import { agreedSender } from './partner/agreed-sender.ts';
import type { CertificateWarning, WatchedCertificate } from './partner/certificate-warnings.ts';
import { checkCertificates } from './partner/check-certificates.ts';
import { warehouseRelease } from './partner/warehouse-release.ts';
import type { FileReceipt } from './receipt.ts';
import { type ReceivedBytes, receiveFile } from './receive-file.ts';
import { receiveShopOrder, type ShopMessage, type ShopReceipt } from './receive-shop-order.ts';

export interface Gateway {
  /** Takes in a file of X12 interchanges. Never throws for what the file holds. */
  receive(file: ReceivedBytes, runtime: Pick<Runtime, 'dispatch'>): Promise<FileReceipt>;
  /** Takes in one order of a shop. */
  receiveShopOrder(message: ShopMessage, runtime: Pick<Runtime, 'dispatch'>): Promise<ShopReceipt>;
  /** Acts on a document that has waited on the worklist, by what is agreed with its partner now. */
  takeUp(request: TakeUp, runtime: Pick<Runtime, 'dispatch'>): Promise<TakenUp>;
  /**
   * Warnings of certificates that nobody has been told of: 60, 30 and 7 days before their end, and when they have ended (R30).
   * Ask once a day; each warning is answered once.
   */
  checkCertificates(certificates: readonly WatchedCertificate[]): Promise<readonly CertificateWarning[]>;
  /** What sends documents to partners and requests to warehouses, for the runtime. */
  readonly performers: Pick<Performers, 'document.send' | 'document.deliver' | 'warehouse.release'>;
}

/** The ends of an order to cash: bytes in, orders and acknowledgments out; documents in, bytes out. It holds no state. */
export function createGateway(options: GatewayOptions): Gateway {
  return {
    receive: (file, runtime) => receiveFile(options, copyingIntake(options, runtime), file),
    receiveShopOrder: (message, runtime) => receiveShopOrder(options, copyingIntake(options, runtime), message),
    takeUp: (request, runtime) => takeUp(options, runtime, request),
    checkCertificates: (certificates) => checkCertificates(options.journal, certificates, options.clock()),
    performers: {
      'document.send': agreedSender(options),
      'document.deliver': documentCopier(options, agreedDeliverer(options)),
      'warehouse.release': warehouseRelease(options),
    },
  };
}
