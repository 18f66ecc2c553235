export { vendorCodecs } from './codec/vendor-codecs.ts';
