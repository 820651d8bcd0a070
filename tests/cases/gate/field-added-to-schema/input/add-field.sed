/^        "methods": {$/i\
        "max_devices": {\
          "title": "Devices",\
          "description": "How many devices may connect at once.",\
          "x-labels": {"ja": {"label": "接続台数"}, "zh": {"label": "连接设备数"}},\
          "x-better": "higher",\
          "type": "integer",\
          "minimum": 1,\
          "maximum": 100\
        },
