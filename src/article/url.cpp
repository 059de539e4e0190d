#include <array>
#include <string>
#include <string_view>

#include "article/article.h"

namespace annalen::article {
namespace {

// What senders of links add and what does not change the page.
constexpr std::array<std::string_view, 10> kTrackingNames = {"fbclid", "gclid",  "dclid", "msclkid", "mc_cid",
                                                             "mc_eid", "igshid", "yclid", "twclid",  "gbraid"};

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool is_blank(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }

// Blanks and control characters are no part of a URL wherever they stand.
std::string without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  std::string out;
  for (const char c : text) {
    if (c == ' ') {
      out += "%20";
    } else if (!is_blank(c)) {
      out.push_back(c);
    }
  }
  return out;
}

bool is_tracking(std::string_view parameter) {
  const std::string name = ascii_lower(parameter.substr(0, parameter.find('=')));
  if (name.starts_with("utm_")) return true;
  for (const std::string_view known : kTrackingNames) {
    if (name == known) return true;
  }
  return false;
}

std::string normalise_query(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (parameter.empty() || is_tracking(parameter)) continue;
    if (!out.empty()) out.push_back('&');
    out += parameter;
  }
  return out;
}

std::string normalise_authority(std::string_view authority, std::string_view scheme) {
  std::string out;
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    out = authority.substr(0, at + 1);
    authority.remove_prefix(at + 1);
  }
  const std::string_view default_port = scheme == "http" ? ":80" : scheme == "https" ? ":443" : ":";
  // In a loop only so that normalising twice changes nothing, whatever the text.
  while (authority.ends_with(default_port) || authority.ends_with(':')) {
    authority.remove_suffix(authority.ends_with(':') ? 1 : default_port.size());
  }
  out += ascii_lower(authority);
  return out;
}

}  // namespace

std::string normalise_url(std::string_view url) {
  std::string clean = without_blanks(url);
  std::string_view rest = clean;
  const std::size_t scheme_end = rest.find("://");
  if (scheme_end == std::string_view::npos) return clean;
  const std::string scheme = ascii_lower(rest.substr(0, scheme_end));
  rest.remove_prefix(scheme_end + 3);
  rest = rest.substr(0, rest.find('#'));

  std::string query;
  if (const std::size_t mark = rest.find('?'); mark != std::string_view::npos) {
    query = normalise_query(rest.substr(mark + 1));
    rest = rest.substr(0, mark);
  }
  const std::size_t authority_end = std::min(rest.find('/'), rest.size());
  std::string_view path = rest.substr(authority_end);
  while (path.ends_with('/')) path.remove_suffix(1);

  std::string out = scheme + "://" + normalise_authority(rest.substr(0, authority_end), scheme);
  out += path;
  if (!query.empty()) out += "?" + query;
  return out;
}

}  // namespace annalen::article
