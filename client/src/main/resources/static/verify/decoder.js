// Reads a QR code out of a picture: with what the browser has for it, else with ZXing, which is loaded when it is first needed.

const ZXING = "/webjars/html5-qrcode/third_party/zxing-js.umd.min.js";
// Small print needs the pixels, a large photograph is read better, and sooner, when it is smaller.
const LONGEST_SIDES = [1000, 2000, 500];

const native = async () => {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats();
  return formats?.includes("qr_code") ? new globalThis.BarcodeDetector({ formats: ["qr_code"] }) : undefined;
};

let detector;
let script;

/** How light each pixel is, as ZXing wants it (ITU-R BT.601). */
const luminances = (source, width, height) => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(source, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  return Uint8ClampedArray.from({ length: width * height }, (_, at) =>
    0.299 * data[4 * at] + 0.587 * data[4 * at + 1] + 0.114 * data[4 * at + 2]);
};

const tryAt = (scale, source, width, height) => {
  const { BinaryBitmap, DecodeHintType, HybridBinarizer, QRCodeReader, RGBLuminanceSource } = globalThis.ZXing;
  const [w, h] = [width, height].map((side) => Math.max(1, Math.round(side * scale)));
  const light = new RGBLuminanceSource(luminances(source, w, h), w, h);
  try {
    return new QRCodeReader()
      .decode(new BinaryBitmap(new HybridBinarizer(light)), new Map([[DecodeHintType.TRY_HARDER, true]]))
      .getText();
  } catch {
    // This is how ZXing says that it found none.
    return undefined;
  }
};

const withZxing = async (source, width, height, sides) => {
  script ??= import(ZXING);
  await script;
  const scales = new Set(sides.map((longest) => Math.min(1, longest / Math.max(width, height))));
  for (const scale of scales) {
    const text = tryAt(scale, source, width, height);
    if (text !== undefined) {
      return text;
    }
  }
  return undefined;
};

const withNative = async (source) => {
  detector ??= native();
  const found = await (await detector)?.detect(source);
  return found?.[0]?.rawValue;
};

/** The text of the code in a picture file; undefined when there is none. */
export const decodePicture = async (file) => {
  const picture = await createImageBitmap(file);
  try {
    return await withNative(picture) ?? await withZxing(picture, picture.width, picture.height, LONGEST_SIDES);
  } finally {
    picture.close();
  }
};

/** The text of the code before the camera at this moment; undefined when there is none. */
export const decodeFrame = async (video) => {
  detector ??= native();
  return await detector
    ? withNative(video)
    : withZxing(video, video.videoWidth, video.videoHeight, LONGEST_SIDES.slice(0, 1));
};
