import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.security.*;
import java.security.cert.*;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.*;
import javax.mail.internet.*;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.*;
import org.bouncycastle.cms.jcajce.*;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.mail.smime.*;

/** Does the tasks of a folder with Bouncy Castle and JavaMail, which most AS2 products are built on: opens or makes messages. */
public class Interop {
    private final Path folder;

    private Interop(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        Interop interop = new Interop(Path.of(arguments[0]));
        for (String line : Files.readAllLines(interop.folder.resolve("tasks.txt"))) {
            String[] words = line.split(" ");
            String said = words[0].equals("open") ? interop.open(words[1]) : interop.make(words[1], words[2], words[3]);
            System.out.println(words[1] + " " + said);
        }
    }

    /** Opens every layer of NAME.eml, writes what is inside to NAME.out, and tells the layers and the hash of what was signed. */
    private String open(String name) {
        List<String> layers = new ArrayList<>();
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".eml"))) {
            MimeBodyPart part = new MimeBodyPart(in);
            while (true) {
                String type = part.getContentType().toLowerCase(Locale.ROOT);
                if (type.contains("enveloped-data")) {
                    layers.add("encrypted");
                    RecipientInformation ours = new SMIMEEnveloped(part).getRecipientInfos()
                        .get(new JceKeyTransRecipientId(certificate("buyer")));
                    part = SMIMEUtil.toMimeBodyPart(
                        ours.getContent(new JceKeyTransEnvelopedRecipient(key("buyer")).setProvider("BC")));
                } else if (type.contains("compressed-data")) {
                    layers.add("compressed");
                    part = SMIMEUtil.toMimeBodyPart(new SMIMECompressed(part).getContent(new ZlibExpanderProvider()));
                } else if (type.startsWith("multipart/signed")) {
                    SMIMESigned signed = new SMIMESigned((MimeMultipart) part.getContent());
                    for (SignerInformation signer : signed.getSignerInfos().getSigners()) {
                        boolean right = signer.verify(
                            new JcaSimpleSignerInfoVerifierBuilder().setProvider("BC").build(certificate("seller")));
                        layers.add((right ? "signed:" : "WRONG:") + digest(signed.getContent()));
                    }
                    part = signed.getContent();
                } else {
                    break;
                }
            }
            try (InputStream content = part.getInputStream()) {
                Files.write(folder.resolve(name + ".out"), content.readAllBytes());
            }
        } catch (Exception fault) {
            layers.add("FAILED:" + fault);
        }
        return String.join(",", layers);
    }

    private String digest(MimeBodyPart part) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        part.writeTo(bytes);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        return Base64.getEncoder().encodeToString(digest);
    }

    /** Makes NAME.eml of content.bin with layers such as `sign:SHA256withRSA,compress,encrypt:2.16.840.1.101.3.4.1.42`. */
    private String make(String name, String encoding, String layers) throws Exception {
        InternetHeaders headers = new InternetHeaders();
        headers.addHeader("Content-Type", "application/edi-x12; name=850.edi");
        headers.addHeader("Content-Transfer-Encoding", encoding);
        byte[] content = Files.readAllBytes(folder.resolve("content.bin"));
        boolean base64 = encoding.equals("base64");
        MimeBodyPart part = new MimeBodyPart(headers, base64 ? Base64.getMimeEncoder().encode(content) : content);
        String signed = "none";
        for (String layer : layers.split(",")) {
            String[] words = layer.split(":");
            if (words[0].equals("sign")) {
                signed = digest(part);
                part = sign(part, words[1]);
            }
            if (words[0].equals("compress")) {
                SMIMECompressedGenerator compressing = new SMIMECompressedGenerator();
                compressing.setContentTransferEncoding(encoding);
                part = compressing.generate(part, new ZlibCompressor());
            }
            if (words[0].equals("encrypt")) {
                SMIMEEnvelopedGenerator encrypting = new SMIMEEnvelopedGenerator();
                encrypting.setContentTransferEncoding(encoding);
                encrypting.addRecipientInfoGenerator(
                    new JceKeyTransRecipientInfoGenerator(certificate("buyer")).setProvider("BC"));
                part = encrypting.generate(part,
                    new JceCMSContentEncryptorBuilder(new ASN1ObjectIdentifier(words[1])).setProvider("BC").build());
            }
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(name + ".eml"))) {
            part.writeTo(out);
        }
        return signed;
    }

    private MimeBodyPart sign(MimeBodyPart part, String algorithm) throws Exception {
        SMIMESignedGenerator signing = new SMIMESignedGenerator(part.getEncoding());
        signing.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder().setProvider("BC")
            .build(algorithm, key("seller"), certificate("seller")));
        signing.addCertificates(new JcaCertStore(List.of(certificate("seller"))));
        MimeMultipart parts = signing.generate(part);
        MimeBodyPart whole = new MimeBodyPart();
        whole.setContent(parts);
        whole.setHeader("Content-Type", parts.getContentType());
        return whole;
    }

    private X509Certificate certificate(String name) throws Exception {
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".crt"))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private PrivateKey key(String name) throws Exception {
        String pem = Files.readString(folder.resolve(name + ".key"), StandardCharsets.US_ASCII);
        byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }
}
