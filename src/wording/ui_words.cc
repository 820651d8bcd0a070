#include "wording/ui_words.h"

#include <array>

namespace simrules {
namespace {

struct Words {
  std::string_view en;
  std::string_view ja;
  std::string_view zh;
};

std::string_view in_language(const Words& words, std::string_view language) {
  if (language == "ja") return words.ja;
  if (language == "zh") return words.zh;
  return words.en;
}

/// In the order of Ui.
constexpr std::array<Words, 9> kUiWords = {{{", ", "、", "、"},
                                            {": ", "：", "："},
                                            {"yes", "はい", "是"},
                                            {"no", "いいえ", "否"},
                                            {"–", "–", "–"},
                                            {"Brand", "ブランド", "品牌"},
                                            {"Rule", "ルール", "规则"},
                                            {"Confidence", "確度", "可信度"},
                                            {"read on", "閲覧日", "查阅于"}}};

/// In the order of Confidence.
constexpr std::array<Words, 4> kConfidenceWords = {{{"unverified", "未確認", "未核实"},
                                                    {"claimed", "情報のみ", "有说法"},
                                                    {"disputed", "見解の相違あり", "有争议"},
                                                    {"confirmed", "確認済み", "已证实"}}};

/// In the order of Impact.
constexpr std::array<Words, 8> kImpactWords = {
    {{"more restrictive", "制限が強まる", "更严格"},
     {"better and worse", "緩和と制限の両方", "有松有紧"},
     {"no longer known", "不明になった", "变为未知"},
     {"more permissive", "制限が緩まる", "更宽松"},
     {"now known", "判明した", "变为已知"},
     {"neutral", "影響なし", "中性"},
     {"evidence", "根拠のみ", "仅依据"},
     {"editorial", "表記のみ", "仅文字"}}};

}  // namespace

std::vector<std::string> languages() { return {"en", "ja", "zh"}; }

std::string_view ui_word(Ui word, std::string_view language) {
  return in_language(kUiWords.at(static_cast<std::size_t>(word)), language);
}

std::string_view confidence_word(Confidence confidence, std::string_view language) {
  return in_language(kConfidenceWords.at(static_cast<std::size_t>(confidence)), language);
}

std::string_view impact_word(Impact impact, std::string_view language) {
  return in_language(kImpactWords.at(static_cast<std::size_t>(impact)), language);
}

}  // namespace simrules
