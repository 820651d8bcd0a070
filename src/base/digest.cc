#include "base/digest.h"

#include <array>

#include <nettle/base16.h>
#include <nettle/base64.h>
#include <nettle/sha2.h>

namespace simrules {
namespace {

using Digest = std::array<unsigned char, SHA256_DIGEST_SIZE>;

Digest sha256(std::string_view bytes) {
  Digest digest{};
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data()));
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  const Digest digest = sha256(bytes);
  std::string hex(BASE16_ENCODE_LENGTH(digest.size()), '\0');
  base16_encode_update(hex.data(), digest.size(), digest.data());
  return hex;
}

std::string sha256_base64(std::string_view bytes) {
  const Digest digest = sha256(bytes);
  std::string text(BASE64_ENCODE_RAW_LENGTH(digest.size()), '\0');
  base64_encode_raw(text.data(), digest.size(), digest.data());
  return text;
}

}  // namespace simrules
