import { hexOf } from './bytes.ts';
import { type Digests, digestsOf } from './cms/digests.ts';
import { type Signing, writeSignedData } from './cms/signed-data.ts';
import { type MimeEntity, writeMimeEntity } from './mime/mime-entity.ts';
import { writeMultipart } from './mime/multipart.ts';
import { encodeBody } from './mime/transfer-encoding.ts';

/** An entity in multipart/signed with its detached signature (RFC 5751 §3.4.3), which is in Base64. */
export async function signEntity(
  entity: MimeEntity,
  signing: Signing,
  digests: Digests = digestsOf(entity.bytes),
): Promise<MimeEntity> {
  const signature = writeMimeEntity(
    [
      ['Content-Type', 'application/pkcs7-signature; name="smime.p7s"'],
      ['Content-Transfer-Encoding', 'base64'],
      ['Content-Disposition', 'attachment; filename="smime.p7s"'],
    ],
    encodeBody(await writeSignedData(digests, signing), 'base64'),
  );
  const boundary = await boundaryFor(digests);
  const type = `multipart/signed; protocol="application/pkcs7-signature"; micalg=${signing.hash}; boundary="${boundary}"`;
  return writeMimeEntity([['Content-Type', type]], writeMultipart([entity.bytes, signature.bytes], boundary));
}

/** A boundary that does not stand in the bytes with these hashes, since nobody can write a text that holds its own hash. */
export async function boundaryFor(digests: Digests): Promise<string> {
  return `=_${hexOf(await digests('sha-256')).slice(0, 48)}`;
}
